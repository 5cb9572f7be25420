// Every journey of a window with a folder.
import './hardJourneys.ts';
import './readingJourneys.ts';
import './sharedJourneys.ts';

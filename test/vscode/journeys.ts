// Every journey of a window with a folder.
import './formatJourneys.ts';
import './hardJourneys.ts';
import './readingJourneys.ts';
import './sharedJourneys.ts';

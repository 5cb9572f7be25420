// The journeys that need neither a disk nor processes: in a browser they are the same.
import './reportJourneys.ts';
import './cellJourneys.ts';
import './documentJourneys.ts';
import './editJourneys.ts';
import './beginJourneys.ts';
import './figureJourneys.ts';
import './formJourneys.ts';
import './placeJourneys.ts';
import './statuteJourneys.ts';
import './tableJourneys.ts';
import './workspaceJourneys.ts';
import './reviewJourneys.ts';

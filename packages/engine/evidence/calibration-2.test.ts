// Calibration in the short form, models 3 and 4 of six: one file a pair, so that they run beside each other.
import { calibrationTests } from './calibration.suite.ts';
import { shortForm } from './configurations.ts';

calibrationTests(shortForm.slice(2, 4));

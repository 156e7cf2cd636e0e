import { report01 } from './case-01'
import { report02 } from './case-02'
import { report03 } from './case-03'
import { report04 } from './case-04'
import { report05 } from './case-05'
import { report06 } from './case-06'
import { report07 } from './case-07'
import { report08 } from './case-08'
import { report09 } from './case-09'
import { report10 } from './case-10'
import { report11 } from './case-11'
import { report12 } from './case-12'
import { report13 } from './case-13'
import { report14 } from './case-14'
import { report15 } from './case-15'
import { report16 } from './case-16'
import { report17 } from './case-17'
import { report18 } from './case-18'
import { report19 } from './case-19'
import { report20 } from './case-20'
import { report21 } from './case-21'
import { report22 } from './case-22'
import { report23 } from './case-23'
import { report24 } from './case-24'
import type { PublishedReport } from './report'

/** The published cases in the order of their numbers. */
export const reports: readonly PublishedReport[] = [
  report01,
  report02,
  report03,
  report04,
  report05,
  report06,
  report07,
  report08,
  report09,
  report10,
  report11,
  report12,
  report13,
  report14,
  report15,
  report16,
  report17,
  report18,
  report19,
  report20,
  report21,
  report22,
  report23,
  report24,
]

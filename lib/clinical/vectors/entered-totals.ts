import { read } from '../instrument'
import { lei } from '../instruments/lei'
import { radesAmbulatory } from '../instruments/rades-ambulatory'
import { radesAmbulatory2022 } from '../instruments/rades-ambulatory-2022'
import { radesAmbulatoryElderly } from '../instruments/rades-ambulatory-elderly'
import { radesAmbulatoryGroups } from '../instruments/rades-ambulatory-groups'
import { radesLocalControl } from '../instruments/rades-local-control'
import { radesSurvivalElderly } from '../instruments/rades-survival-elderly'
import { radesSurvivalUnknownPrimary } from '../instruments/rades-survival-unknown-primary'
import type { GradeReading } from '../reading'
import { refusalOf, vectorsOf } from './vector'

/** The figure of the table, without the words behind it. */
const figure = (reading: GradeReading) =>
  reading.kind === 'complete' ? /^[\d.]+ %/.exec(reading.gradeLabel)?.[0] : reading.kind

/** What the table says beside the figure. */
const meaning = (reading: GradeReading) => (reading.kind === 'complete' ? reading.band?.meaning : reading.kind)

/** REFERENCE 14: Rades ambulatory, Rades ambulatory (2011, three groups), Rades ambulatory elderly, Rades ambulatory 2022, Rades LPFS after 20/5, Rades survival elderly, Rades survival unknown primary, Lei 2016. */
export const enteredTotalsVectors = [
  ...vectorsOf('Rades ambulatory', [
    ['score 28', '6 %', () => figure(read(radesAmbulatory, { total: 28 })), '6 %'],
    ['score 30', '44 %', () => figure(read(radesAmbulatory, { total: 30 })), '44 %'],
    ['score 34', '70 %', () => figure(read(radesAmbulatory, { total: 34 })), '70 %'],
    ['score 35', '86 %', () => figure(read(radesAmbulatory, { total: 35 })), '86 %'],
    ['score 44', '99 %', () => figure(read(radesAmbulatory, { total: 44 })), '99 %'],
    [
      'score 20 or 45',
      'reject (outside 21–44)',
      () => [20, 45].map((total) => refusalOf(() => read(radesAmbulatory, { total }))),
      ['AnswerRefused', 'AnswerRefused'],
    ],
  ]),
  ...vectorsOf('Rades ambulatory (2011, three groups)', [
    ['score 28', '10.6 %', () => figure(read(radesAmbulatoryGroups, { total: 28 })), '10.6 %'],
    ['score 29', '70.9 %', () => figure(read(radesAmbulatoryGroups, { total: 29 })), '70.9 %'],
    ['score 37', '70.9 %', () => figure(read(radesAmbulatoryGroups, { total: 37 })), '70.9 %'],
    ['score 38', '98.5 %', () => figure(read(radesAmbulatoryGroups, { total: 38 })), '98.5 %'],
  ]),
  ...vectorsOf('Rades ambulatory elderly', [
    [
      'score 25 / 26 / 34 / 35',
      '5 % / 35 % / 80 % / 98 %',
      () => [25, 26, 34, 35].map((total) => figure(read(radesAmbulatoryElderly, { total }))),
      ['5 %', '35 %', '80 %', '98 %'],
    ],
    [
      'score 42, or patient aged 64',
      'reject / not_applicable',
      () => [
        refusalOf(() => read(radesAmbulatoryElderly, { total: 42 })),
        read(radesAmbulatoryElderly, { total: 35, age: 64 }).kind,
      ],
      ['AnswerRefused', 'not-applicable'],
    ],
  ]),
  ...vectorsOf('Rades ambulatory 2022', [
    [
      'score 21 / 22 / 31 / 32',
      '10 % / 65 % / 65 % / 97 %',
      () => [21, 22, 31, 32].map((total) => figure(read(radesAmbulatory2022, { total }))),
      ['10 %', '65 %', '65 %', '97 %'],
    ],
  ]),
  ...vectorsOf('Rades LPFS after 20/5', [
    [
      'score 28 / 29 / 35',
      '6 months 46 % / 69 % / 92 %; 12 months 46 % / 63 % / 83 %',
      () =>
        [28, 29, 35].map((total) => [
          figure(read(radesLocalControl, { total })),
          meaning(read(radesLocalControl, { total })),
        ]),
      [
        ['46 %', 'At 12 months 46 %.'],
        ['69 %', 'At 12 months 63 %.'],
        ['92 %', 'At 12 months 83 %.'],
      ],
    ],
  ]),
  ...vectorsOf('Rades survival elderly', [
    [
      'score 39 / 40 / 48 / 49',
      '11 % / 56 % / 56 % / 97 % at 6 months',
      () => [39, 40, 48, 49].map((total) => figure(read(radesSurvivalElderly, { total }))),
      ['11 %', '56 %', '56 %', '97 %'],
    ],
  ]),
  ...vectorsOf('Rades survival unknown primary', [
    [
      'score 13 / 14 / 16 / 17',
      '5 % / 41 % / 41 % / 92 % at 6 months',
      () => [13, 14, 16, 17].map((total) => figure(read(radesSurvivalUnknownPrimary, { total }))),
      ['5 %', '41 %', '41 %', '92 %'],
    ],
  ]),
  ...vectorsOf('Lei 2016', [
    [
      'score 2 / 3 / 5 / 6',
      '8.2 % / 56.5 % / 56.5 % / 91.5 % at 6 months',
      () => [2, 3, 5, 6].map((total) => figure(read(lei, { total }))),
      ['8.2 %', '56.5 %', '56.5 %', '91.5 %'],
    ],
  ]),
]

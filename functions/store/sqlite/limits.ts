/**
 * The limits that workerd sets on every SQLite database, D1 included (developers.cloudflare.com/d1/platform/limits;
 * `setupSecurity` of workerd's sqlite.c++). With the same ones here, what runs on the box also runs on D1.
 */
export const d1Limits = {
  length: 2_000_000,
  sqlLength: 102_400,
  column: 100,
  exprDepth: 100,
  compoundSelect: 5,
  vdbeOp: 25_000,
  functionArg: 127,
  attach: 0,
  likePatternLength: 50,
  variableNumber: 100,
  triggerDepth: 10,
} as const

/**
 * Units for several counties on one machine, made from those for one, so that both are equally hardened. The instance
 * is the county: `liuchixiang@yuntai.service`.
 */

/** What differs: settings, keys, program, account and state. */
const replacements: [RegExp, string][] = [
  [/^(Description=.*)$/m, '$1 (%i)'],
  [/\/etc\/liuchixiang\//g, '/etc/liuchixiang/%i/'],
  [/\/usr\/lib\/liuchixiang\/liuchixiang\.mjs/g, '/opt/liuchixiang/%i/liuchixiang.mjs'],
  [/^(User|Group|StateDirectory)=liuchixiang$/gm, '$1=liuchixiang-%i'],
  [
    /^Environment=TZ=UTC$/m,
    'Environment=TZ=UTC LIUCHIXIANG_CONFIG=/etc/liuchixiang/%i/box.json LIUCHIXIANG_INSTANCE=%i',
  ],
]

/** Units that become templates; the one of alarms is one already. */
const units = ['liuchixiang.service', 'liuchixiang-backup.service', 'liuchixiang-backup.timer']

/** The file names of the templates, each with the unit that it is made from. */
export const templates: [template: string, unit: string][] = units.map((name) => [
  name.replace('.', '@.'),
  name,
])

/** The text of a template. @param unit text of the unit for one county */
export const templateOf = (unit: string): string =>
  replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), unit)

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A made-up county as two tables, of any size; its numbers belong to nobody, but do not look like samples. */

const towns = [
  '城关镇',
  '石桥镇',
  '梅岭乡',
  '大河镇',
  '白马街道',
  '枫林镇',
  '双塘乡',
  '龙泉镇',
  '茶亭镇',
  '南河街道',
  '金坪乡',
  '清水镇',
]
const firsts = ['东', '西', '南', '北', '上', '下', '新', '老', '大', '小', '前', '后', '高']
const seconds = ['湾', '庄', '坪', '冲']
const digits = ['一', '二', '三', '四', '五', '六']

export interface Size {
  towns: number
  villages: number
  grids: number
}

/** 12 towns, 150 villages, 600 grids: a county ten times as large as the sample. */
export const large: Size = { towns: 12, villages: 150, grids: 600 }

const line = (...cells: string[]) => cells.join(',')

/**
 * The two tables of a county.
 * @param name its name, 云台县
 * @param area the digits of its area code
 */
export const countyTables = (name: string, { towns: townCount, villages, grids }: Size, area = '0557') => {
  let count = 1_000_000
  const number = () => {
    count += 1
    return `${area}-${count}`
  }
  const areas = ['名称,上级,层级', line(name, '', '县')]
  const offices = ['类别,地方,名称,电话,时间,地址,管什么']
  const work = '工作日 8:30—12:00'
  for (const kind of ['综治中心', '信访局', '政府', '调委会'])
    offices.push(line(kind, '', '', number(), work, `${name}政务路 1 号`, ''))
  offices.push(
    line('专业调委会', '', `${name}医疗纠纷人民调解委员会`, number(), work, '政务路 3 号', '医疗纠纷'),
  )
  for (const [kind, office] of [
    ['法院', '人民法院'],
    ['法律援助', '法律援助中心'],
    ['劳动仲裁', '劳动人事争议仲裁院'],
  ])
    offices.push(line(kind ?? '', '', `${name}${office}`, number(), work, '政务路 5 号', ''))
  const villagesIn = (town: number) =>
    Math.floor(villages / townCount) + (town < villages % townCount ? 1 : 0)
  let village = 0
  for (const [at, town] of towns.slice(0, townCount).entries()) {
    areas.push(line(town, name, '镇'))
    for (const kind of ['政府', '调委会', '综治中心', '派出所', '司法所'])
      offices.push(line(kind, town, '', number(), work, `${town}街上`, ''))
    for (let one = 0; one < villagesIn(at); one += 1) {
      const called = `${firsts[one % firsts.length]}${seconds[Math.floor(one / firsts.length) + (at % 2)]}村`
      const path = `${town}/${called}`
      areas.push(line(called, town, '村'))
      offices.push(line('调委会', path, '', number(), '每天', `${called}村部`, ''))
      offices.push(line('村委会', path, '', number(), '每天', `${called}村部`, ''))
      const inside = Math.floor(grids / villages) + (village < grids % villages ? 1 : 0)
      for (let grid = 0; grid < inside; grid += 1) {
        areas.push(line(`${called}第${digits[grid]}网格`, path, '网格'))
        offices.push(line('网格', `${path}/${called}第${digits[grid]}网格`, '', number(), '每天', called, ''))
      }
      village += 1
    }
  }
  return { areas: `${areas.join('\n')}\n`, offices: `${offices.join('\n')}\n` }
}

/** Right answers for a county. */
export const countyAnswers = (name: string, url: string) => ({
  ...{ url, organiser: `${name}矛盾纠纷调处中心`, phone: '0557-1000000' },
  ...{ address: '政务路 1 号', countyRule: `《${name}矛盾纠纷办理规定》` },
  duty: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00', who: '县中心值班员' }],
})

/** Writes the tables and the answers into a folder, for the command; returns its arguments. */
export const writeCounty = (
  folder: string,
  name: string,
  size: Size,
  url = 'https://county.example',
): string[] => {
  const { areas, offices } = countyTables(name, size)
  writeFileSync(join(folder, 'areas.csv'), areas)
  writeFileSync(join(folder, 'offices.csv'), `\ufeff${offices}`)
  writeFileSync(join(folder, 'answers.yaml'), JSON.stringify(countyAnswers(name, url)))
  return ['areas', 'offices', 'answers'].flatMap((one) => [
    `--${one}`,
    join(folder, `${one}.${one === 'answers' ? 'yaml' : 'csv'}`),
  ])
}

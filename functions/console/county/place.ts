import { idPattern } from '#domain/basics/id-pattern.ts'
import { type Level, levelIds, levels } from '#domain/words/levels.ts'
import { type Columns, type Fault, folded, type Row } from './table.ts'

/** The rows of the first table of a county: its areas (县、乡镇、村、网格), each connected with the one above it. */

export type AreaColumn = 'name' | 'parent' | 'level' | 'id' | 'mergedInto'

export const areaColumns: Columns<AreaColumn> = {
  name: { heads: ['名称', '地方', '地名'], needed: true },
  parent: { heads: ['上级', '上级地方', '所属'], needed: true },
  level: { heads: ['层级', '级别'], needed: true },
  id: { heads: ['编号', 'id'] },
  mergedInto: { heads: ['并入'] },
}

const levelWords: Record<Level, readonly string[]> = {
  county: ['县', '县级', '区', '市', '旗', '县(区)'],
  town: ['镇', '乡', '街道', '乡镇', '乡镇级', '苏木', '乡镇(街道)', '镇街'],
  village: ['村', '社区', '村级', '村(社区)', '村居', '嘎查'],
  grid: ['网格', '网格级'],
}

const levelOf = (text: string): Level | undefined =>
  levelIds.find((id) => levelWords[id].includes(folded(text)) || levels[id].name === text)

/** An area of the table, with the row it was read from. */
export interface Place {
  line: number
  name: string
  level: Level
  row: Row<AreaColumn>
  parent?: Place
}

/** Levels from the county down. */
export const topDown = [...levelIds].reverse()
const longestName = 40

/** 青石镇/柳湾村: the names from the county's towns down. */
export const pathName = ({ name, level, parent }: Place): string =>
  parent && level !== 'county' && parent.level !== 'county' ? `${pathName(parent)}/${name}` : name

const isBelow = (place: Place | undefined, names: readonly string[]): boolean => {
  if (names.length === 0) return true
  if (!place) return false
  return isBelow(place.parent, place.name === names.at(-1) ? names.slice(0, -1) : names)
}

/** The areas that a cell names: 柳湾村, or 青石镇/柳湾村 where two are called so. */
export const placesCalled = (places: readonly Place[], text: string): Place[] => {
  const names = text
    .split(/[/／\\>＞]/u)
    .map((name) => name.trim())
    .filter(Boolean)
  const [last, above] = [names.at(-1), names.slice(0, -1)]
  return places.filter((place) => place.name === last && isBelow(place.parent, above))
}

/** 有两个：青石镇/柳湾村、云溪镇/柳湾村. */
export const sayWhich = (found: readonly Place[]): string =>
  `有 ${found.length} 个，请写成其中一个：${found.map(pathName).slice(0, 5).join('、')}`

/** Follows the cells 上级 by name; true if they lead back to where they began. */
const isCircle = (start: Place, places: readonly Place[]): boolean => {
  const seen = new Set<Place>()
  let at: Place | undefined = start
  while (at && !seen.has(at)) {
    seen.add(at)
    const above: string | undefined = at.row.cells.parent
      .split(/[/／\\>＞]/u)
      .at(-1)
      ?.trim()
    at = places.find(({ name }) => above !== '' && name === above)
    if (at === start) return true
  }
  return false
}

/** Reads the rows, not yet connected. */
export const readPlaces = (file: string, rows: readonly Row<AreaColumn>[], faults: Fault[]): Place[] =>
  rows.flatMap((row): Place[] => {
    const { name, level: word, id } = row.cells
    const refuse = (says: string) => faults.push({ file, line: row.line, says })
    if (name === '') refuse('没有写名称')
    else if (name.length > longestName) refuse(`名称太长，最多 ${longestName} 个字`)
    const level = levelOf(word)
    if (!level) refuse(`层级“${word}”不认识，请写 县、镇、村 或者 网格`)
    if (id !== '' && !idPattern.test(id)) refuse(`编号“${id}”只能用小写字母、数字和单个横线`)
    return level && name !== '' ? [{ line: row.line, name, level, row }] : []
  })

const findParent = (place: Place, places: readonly Place[]): Place | string => {
  const text = place.row.cells.parent
  const wanted = levelIds[levelIds.indexOf(place.level) + 1]
  if (!wanted) return text === '' ? '' : '县级是最上面一级，上级要空着'
  if (text === '') return `没有写上级（应当是${levels[wanted].name}）`
  const called = placesCalled(places, text)
  const found = called.filter(({ level }) => level === wanted)
  if (found.length === 1 && found[0]) return found[0]
  if (found.length > 1) return `上级“${text}”${sayWhich(found)}`
  const [other] = called
  if (isCircle(place, places)) return `上级“${text}”绕成了圈：一直往上找，又回到“${place.name}”`
  return other
    ? `上级“${text}”是${levels[other.level].name}，应当是${levels[wanted].name}`
    : `上级“${text}”不在表里`
}

/** Connects each area with the one above it, from the top, so that paths can be followed. */
export const connect = (file: string, places: readonly Place[], faults: Fault[]): void => {
  const seen = new Map<string, Place>()
  for (const level of topDown)
    for (const place of places.filter((one) => one.level === level)) {
      const parent = findParent(place, places)
      if (typeof parent !== 'string') place.parent = parent
      else if (parent !== '') faults.push({ file, line: place.line, says: parent })
      const key = `${place.parent?.line ?? ''}/${place.name}`
      const first = seen.get(key)
      if (first) faults.push({ file, line: place.line, says: `“${place.name}”和第 ${first.line} 行重复` })
      else seen.set(key, place)
    }
}

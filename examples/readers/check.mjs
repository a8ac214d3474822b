// Compares Parquet files with the JSONL of the same rows, cell by cell: node check.mjs FOLDER. Every x.parquet below the
// folder needs its x.jsonl beside it. DuckDB and hyparquet read the Parquet, and DuckDB the JSONL and what there is of
// x.jsonl.gz and x.jsonl.zst; the truth is what JSON.parse makes of x.jsonl.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

// difference says where a cell is not what JSON says, '' where it is. Whole numbers may be bigint; null is nothing.
function difference(want, got, at = '') {
  const complaint = () => `${at}: ${show(got)}, want ${show(want)}`
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return complaint()
    return first(want.keys(), i => difference(want[i], got[i], `${at}[${i}]`))
  }
  if (want !== null && typeof want === 'object') {
    if (got === null || typeof got !== 'object' || Array.isArray(got)) return complaint()
    const keys = new Set([...Object.keys(want), ...Object.keys(got)])
    return first(keys, key => difference(want[key], got[key], `${at}.${key}`))
  }
  if (typeof want === 'number') {
    if (Number.isInteger(want) && !Number.isSafeInteger(want)) return `${at}: ${want} is too large to compare`
    return (typeof got === 'bigint' || typeof got === 'number') && Number(got) === want ? '' : complaint()
  }
  return want === got && want !== null && want !== undefined ? '' : complaint()
}

function first(keys, test) {
  for (const key of keys) {
    const text = test(key)
    if (text) return text
  }
  return ''
}

function show(value) {
  const text = JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v)) ?? 'nothing'
  return text.length > 200 ? `${text.slice(0, 200)}...` : text
}

// altered yields the value with one cell changed, for every cell in turn and whatever a reader may take it for.
function* altered(value) {
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      for (const other of altered(value[key])) {
        yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other }
      }
    }
    if (Array.isArray(value)) yield [...value, '']
    else yield { ...value, another: '' }
  }
  for (const other of [null, undefined, '', `${value} `, 0, 1, -1, false, true, [], {}, [value]]) {
    const same = JSON.stringify(other) === JSON.stringify(value)
    if (!same) yield other
  }
}

const db = await (await DuckDBInstance.create(':memory:')).connect()

async function duckdb(reader, path) {
  const result = await db.runAndReadAll(`SELECT * FROM ${reader}('${path.replaceAll("'", "''")}')`)
  return result.getRowObjectsJS()
}

const readers = [
  ['DuckDB', '.parquet', path => duckdb('read_parquet', path)],
  ['hyparquet', '.parquet', async path => parquetReadObjects({ file: await asyncBufferFromFile(path), compressors })],
  ['DuckDB', '.jsonl', path => duckdb('read_json', path)],
  ['DuckDB', '.jsonl.gz', path => duckdb('read_json', path)],
  ['DuckDB', '.jsonl.zst', path => duckdb('read_json', path)],
]

const counts = new Map()
let wrong = 0
function complain(text) {
  if (++wrong <= 20) console.error(text)
}

const folder = process.argv[2]
if (folder === undefined || process.argv.length > 3) {
  console.error('check.mjs: name one folder')
  process.exit(2)
}
const names = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.parquet')).sort()
let alterations = 0
for (const name of names) {
  const stem = join(folder, name.slice(0, -'.parquet'.length))
  const truth = readFileSync(`${stem}.jsonl`, 'utf8').split('\n').slice(0, -1).map(line => JSON.parse(line))
  for (const [reader, ending, read] of readers) {
    // A file without rows has no columns that could be found out.
    if (!existsSync(stem + ending) || (truth.length === 0 && ending !== '.parquet')) continue
    const what = `${reader}, ${name.replace('.parquet', ending)}`
    let rows
    try {
      rows = await read(stem + ending)
    } catch (error) {
      complain(`${what}: ${error}`)
      continue
    }
    if (rows.length !== truth.length) complain(`${what}: ${rows.length} rows, want ${truth.length}`)
    for (let i = 0; i < Math.min(rows.length, truth.length); i++) {
      const text = difference(truth[i], rows[i])
      if (text) complain(`${what}, row ${i + 1}${text}`)
    }
    // A comparison that notices nothing would find nothing.
    for (const other of truth.length > 0 ? altered(truth[0]) : []) {
      alterations++
      if (!difference(other, rows[0])) complain(`${what}: ${show(other)} passes for ${show(rows[0])}`)
    }
    const key = `${reader}, ${ending}`
    const count = counts.get(key) ?? { files: 0, rows: 0 }
    counts.set(key, { files: count.files + 1, rows: count.rows + truth.length })
  }
}
for (const [key, count] of counts) console.log(`${key}: ${count.files} files, ${count.rows} rows`)
console.log(`${alterations} altered rows tried, ${wrong} complaints`)
if (names.length === 0) complain(`check.mjs: no Parquet files in ${folder}`)
process.exit(wrong > 0 ? 1 : 0)

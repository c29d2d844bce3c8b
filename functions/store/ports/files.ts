import type { Result } from '#domain/basics/result.ts'
import type { Bytes } from '#domain/evidence/bytes.ts'
import type { CaseFile } from '#domain/history/case-files.ts'
import type { Scope } from '#domain/history/events.ts'
import type { StoredCase } from './case.ts'

/** Where a platform keeps objects of bytes, by name. Only the store gives it names, and only sealed bytes. */
export interface FileBox {
  /** Stores a stream of exactly `length` bytes; afterwards all of it is there, or nothing. */
  put(name: string, body: ReadableStream<Uint8Array>, length: number): Promise<void>
  /** `length` bytes from a place on; null if there is no such object. */
  get(name: string, from: number, length: number): Promise<ReadableStream<Uint8Array> | null>
  /** Deletes objects; those that are not there are passed over. */
  delete(names: string[]): Promise<void>
}

/** An upload, sealed as it came under a key that is kept nowhere but here. */
interface Incoming {
  id: string
  /** The whole upload in one piece. */
  read(): Promise<Bytes>
  /** Deletes the upload; the cleaned file too unless it belongs to a case now. */
  end(stored: boolean): Promise<void>
}

/** The files of cases. Every object has a row before it is written, so that none is left behind. */
export interface FileStore {
  /**
   * Seals an upload as it comes, a piece at a time.
   * @param length bytes that the sender announced; fewer or more are `brokenOff`, and then nothing stays
   */
  receive(
    body: ReadableStream<Uint8Array>,
    length: number,
    now: number,
  ): Promise<Result<Incoming, 'brokenOff'>>
  /** Runs work that holds a whole file in memory, a few at a time; `busy` if no place became free. */
  inTurn<T>(work: () => Promise<T>): Promise<Result<T, 'busy'>>
  /** Seals a cleaned file under the key of a person or of the record; false if that key is gone. */
  keep(
    id: string,
    stored: StoredCase,
    scope: Scope,
    cleaned: { parts: Bytes[]; size: number },
  ): Promise<boolean>
  /** The bytes `from` to `to`, the last not included; null if they are not kept any more. The stream fails if they were changed. */
  open(
    stored: StoredCase,
    file: Pick<CaseFile, 'id' | 'size' | 'scope'>,
    from: number,
    to: number,
  ): Promise<ReadableStream<Uint8Array> | null>
  /** Deletes interrupted uploads, files of erased people, and what was kept long enough; returns how many. */
  sweep(now: number): Promise<number>
}

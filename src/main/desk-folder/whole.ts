import type { Disk } from '../storage/disk.ts'

const localHeader = 0x04034b50
const endRecord = 0x06054b50
const endRecordSize = 22

/**
 * Whether a file begins and ends as a `.briefing` file does, from its first and last bytes alone: one that is
 * still arriving does not. Whether it is sound only reading it tells.
 */
export async function looksWhole(disk: Disk, path: string): Promise<boolean> {
  const file = await disk.open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size < endRecordSize) return false
    const start = Buffer.alloc(4)
    const end = Buffer.alloc(endRecordSize)
    await file.read(start, 0, start.length, 0)
    await file.read(end, 0, end.length, size - endRecordSize)
    const directoryEnds = end.readUInt32LE(12) + end.readUInt32LE(16)
    return (
      start.readUInt32LE(0) === localHeader &&
      end.readUInt32LE(0) === endRecord &&
      directoryEnds === size - endRecordSize
    )
  } finally {
    await file.close()
  }
}

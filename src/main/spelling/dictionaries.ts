import { join } from 'node:path'
import type { Request, Response } from '../../contract/channels.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Disk } from '../storage/disk.ts'

/**
 * A Hunspell dictionary that ships with the app.
 * @param folder where the build puts them, each as `<language>.aff` and `<language>.dic`
 */
export async function readDictionary(
  disk: Disk,
  folder: string,
  language: Request<'spelling.dictionary'>['language'],
): Promise<Result<Response<'spelling.dictionary'>>> {
  try {
    const [affixes, words] = await Promise.all([
      disk.readFile(join(folder, `${language}.aff`), 'utf8'),
      disk.readFile(join(folder, `${language}.dic`), 'utf8'),
    ])
    return ok({ affixes, words })
  } catch {
    return fail('spelling.failed', 'The dictionary is missing from this copy of Galley.', {
      file: language,
    })
  }
}

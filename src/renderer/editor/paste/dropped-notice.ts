import { notify } from '../../ui/notify.ts'
import type { Dropped } from './clean-html.ts'

/** Says what of a paste did not come along. */
export function noticeDropped({ images, tables, media }: Dropped): void {
  const parts = [
    images === 0 ? '' : `${count(images, 'image was', 'images were')} left out; descriptions stay as text`,
    tables === 0 ? '' : `${count(tables, 'table became', 'tables became')} lines of text`,
    media === 0
      ? ''
      : `${count(media, 'film, sound or embedded page was', 'films, sounds or embedded pages were')} left out`,
  ].filter(part => part !== '')
  notify({ kind: 'info', message: `Pasted. ${parts.join('. ')}.` })
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

/** Draws an element in the document; the answer draws another one in its place, or takes it away. */
export function mount(element: ReactNode): { draw: (element: ReactNode) => void; unmount: () => void } {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  // jsdom lays nothing out and does not have it.
  Element.prototype.scrollIntoView = () => undefined
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const draw = (next: ReactNode) => act(() => root.render(next))
  draw(element)
  return {
    draw,
    unmount: () => {
      act(() => root.unmount())
      place.remove()
    },
  }
}

/** Presses a key on what has the focus. */
export function press(key: string, modifiers: KeyboardEventInit = {}): void {
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
    )
  })
}

/** Types a text into a field, in place of what stands there. */
export function type(field: HTMLInputElement, text: string): void {
  act(() => {
    field.focus()
    // React listens to the native setter, which an instance's own property hides.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export function leave(field: HTMLElement): void {
  act(() => field.blur())
}

/** The one element that a selector finds. @throws when there is none */
export function find<E extends HTMLElement = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector)
  if (element === null) throw new Error(`There is no ${selector}`)
  return element
}

/** The text field with a label. */
export function fieldNamed(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find(each => each.textContent === label)
  return find<HTMLInputElement>(`[id="${found?.htmlFor}"]`)
}

import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How much a page of `width` pixels must shrink to fit into an element, at most 1; follows the element's
 * size. A preview so shows the page smaller, not in another layout.
 */
export function useFitScale(box: RefObject<HTMLElement | null>, width: number): number {
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setScale(Math.min(1, element.clientWidth / width))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, width])
  return scale
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hashBytes, hashValue, isSameJson } from '../../src/core/canonical.ts'

describe('[S1] canonical JSON', () => {
  it('sorts keys by code unit, leaves out white space and undefined members (RFC 8785)', () => {
    expect(canonicalJson({ b: [1, null, { z: 'é', a: true }], a: undefined, '€': '\n', B: 'x' })).toBe(
      '{"B":"x","b":[1,null,{"a":true,"z":"é"}],"€":"\\n"}',
    )
  })

  it('is the same for the same value, however its keys were ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const parsed: unknown = JSON.parse(canonicalJson(value))
        expect(canonicalJson(parsed)).toBe(canonicalJson(value))
        expect(isSameJson(parsed, JSON.parse(JSON.stringify(value)))).toBe(true)
      }),
    )
  })

  it('tells values apart as their comparison does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      }),
    )
    expect(isSameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false)
    expect(isSameJson([1], { 0: 1 })).toBe(false)
    expect(isSameJson([1, 2], [1])).toBe(false)
    expect(isSameJson({ a: undefined }, {})).toBe(true)
    expect(isSameJson(null, {})).toBe(false)
  })
})

describe('[S1] hashes', () => {
  it('are SHA-256 as FIPS 180-4 has it', () => {
    expect(hashBytes(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(hashValue({ b: 1, a: 2 })).toBe(hashBytes(new TextEncoder().encode('{"a":2,"b":1}')))
  })
})

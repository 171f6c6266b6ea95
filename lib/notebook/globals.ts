/** What a cell's worker knows besides the names of the page and the standard library. */
const names = `
Infinity NaN undefined globalThis self isFinite isNaN parseFloat parseInt
decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval
AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView
Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Int8Array
Int16Array Int32Array Intl Iterator JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp
Set SharedArrayBuffer String SuppressedError Symbol SyntaxError TypeError URIError Uint8Array Uint8ClampedArray
Uint16Array Uint32Array WeakMap WeakRef WeakSet WebAssembly
console performance crypto navigator location origin isSecureContext fetch queueMicrotask structuredClone
setTimeout clearTimeout setInterval clearInterval reportError atob btoa addEventListener removeEventListener
dispatchEvent
AbortController AbortSignal Blob CompressionStream DecompressionStream DOMException Event EventTarget File FileReader
Headers ImageData MessageChannel MessageEvent MessagePort ReadableStream Request Response
TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream URL URLSearchParams WritableStream
XMLHttpRequest WebSocket EventSource indexedDB
`;

export const globalNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

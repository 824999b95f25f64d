import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly remedy: string | null,
    readonly body: unknown = null,
  ) {
    super(detail);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as { detail?: string; remedy?: string };
    return new Problem(response.status, body.detail ?? response.statusText, body.remedy ?? null, body);
  } catch {
    return new Problem(response.status, response.statusText, null);
  }
}

async function fetchAnswer(address: string, options: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, options);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, '', null);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

export async function fetchJson<T>(address: string, options: RequestInit = {}): Promise<T> {
  return (await (await fetchAnswer(address, options)).json()) as T;
}

export async function fetchText(address: string, options: RequestInit = {}): Promise<string> {
  return (await fetchAnswer(address, options)).text();
}

export interface Given {
  text: string;
  /** read instead of the text, whatever its kind */
  file: File | null;
  published: string;
}

/** Codes a text, or the first report of a file; more: the file holds others. */
export async function fetchCoding<T>(given: Given): Promise<{ record: T; more: boolean }> {
  const published = given.published ? { published: given.published } : {};
  const answer = given.file
    ? await fetchAnswer(`/api/v1/code?${new URLSearchParams({ name: given.file.name, ...published }).toString()}`, {
        method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: given.file,
      })
    : await fetchAnswer('/api/v1/code', {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text: given.text, ...published }),
      });
  return { record: (await answer.json()) as T, more: answer.headers.has('Laut-More-Reports') };
}

export interface Resource<T> {
  /** what came last, kept while the next is on its way */
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  retry: () => void;
}

/** What stands at an address of the interface; null: nothing is asked. */
export function useResource<T>(address: string | null, ask: (address: string, options: RequestInit) => Promise<T> = fetchJson): Resource<T> {
  const [state, set] = useState<{ address: string | null; data: T | null; problem: Problem | null }>({ address: null, data: null, problem: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (address === null) return;
    const controller = new AbortController();
    ask(address, { signal: controller.signal }).then(
      (data) => set({ address, data, problem: null }),
      (cause: unknown) => {
        if (controller.signal.aborted) return;
        set({ address, data: null, problem: cause instanceof Problem ? cause : new Problem(0, String(cause), null) });
      },
    );
    return () => controller.abort();
  }, [address, attempt, ask]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { data: state.data, problem: state.address === address ? state.problem : null, loading: address !== null && state.address !== address, retry };
}

/** The same of what is no JSON. */
export function useText(address: string | null): Resource<string> {
  return useResource(address, fetchText);
}

export interface Listing<T> extends Resource<T[]> {
  more: (() => void) | null;
}

/** A list page by page: `address` without its cursor. */
export function useListing<T>(address: string): Listing<T> {
  const first = useResource<{ items: T[]; next: string | null }>(address);
  const [rest, setRest] = useState<{ address: string; items: T[]; next: string | null }>({ address: '', items: [], next: null });
  const busy = useRef(false);
  const mine = rest.address === address && rest.items.length > 0;
  const next = mine ? rest.next : (first.data?.next ?? null);
  const more = useCallback(() => {
    if (busy.current || !next) return;
    busy.current = true;
    fetchJson<{ items: T[]; next: string | null }>(`${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`)
      .then((page) => setRest((old) => ({ address, items: [...(old.address === address ? old.items : []), ...page.items], next: page.next })))
      .catch(() => first.retry())
      .finally(() => { busy.current = false; });
  }, [address, next, first.retry]);
  const data = first.data ? [...first.data.items, ...(mine ? rest.items : [])] : null;
  return { ...first, data, more: next && !first.loading ? more : null };
}

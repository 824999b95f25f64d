import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether a key belongs to what is being typed or chosen there. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
}

/** Runs what a key stands for, wherever the focus is, unless someone is typing. */
export function useKeys(keys: Record<string, () => void>, on = true): void {
  const current = useRef(keys);
  current.current = keys;
  useLayoutEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const run = current.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}

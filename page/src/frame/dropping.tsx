import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { importFiles } from '../import-files.js';
import type { State } from '../state.js';
import { current, takeFiles } from '../store.js';
import { droppedFiles } from '../ui/dropped-files.js';
import { PAGE } from '../words/page.js';

/** Files may be dropped anywhere. */
export function Dropping({ lang, children }: { readonly lang: State['lang']; readonly children: ComponentChildren }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const { state, files } = current();
      if (!event.dataTransfer) return;
      if (state.view !== 'authors') void importFiles([...event.dataTransfer.files]);
      else void droppedFiles(event.dataTransfer).then((dropped) => takeFiles({ ...files, ...dropped }));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      {children}
      {isOver && <div class="drop">{PAGE[lang].drop}</div>}
    </>
  );
}

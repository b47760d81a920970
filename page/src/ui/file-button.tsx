import { useRef } from 'preact/hooks';

/** A button that asks for files, or for a folder with all that is in it. */
export function FileButton({
  label,
  accept,
  takes,
  onFiles,
}: {
  readonly label: string;
  readonly accept?: string;
  readonly takes?: 'files' | 'folder';
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        data-takes={takes}
        {...(takes === 'folder' && { webkitdirectory: true })}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

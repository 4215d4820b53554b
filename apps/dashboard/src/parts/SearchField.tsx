import { TextInput, type TextInputProps } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';

interface SearchFieldProps extends Pick<TextInputProps, 'ref' | 'className' | 'rightSection' | 'aria-keyshortcuts'> {
  label: string;
  value: string;
  onChange(find: string): void;
}

/**
 * A search that stands in the address. While it has the focus it shows what was typed: the address follows a moment later, and would
 * put the cursor behind the last letter of a word that is being mended in the middle.
 */
export function SearchField({ label, value, onChange, ...rest }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const type = (find: string) => {
    setTyped(find);
    onChange(find);
  };
  return (
    <TextInput
      {...rest}
      type="search"
      size="sm"
      aria-label={label}
      placeholder={label}
      value={typed ?? value}
      maxLength={80}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') type('');
      }}
      onBlur={() => setTyped(null)}
      leftSection={<Search size={14} aria-hidden />}
    />
  );
}

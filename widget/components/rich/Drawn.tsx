import { useEffect, useRef, useState } from 'preact/hooks';
import type { Picture } from './pictures.ts';

type DrawnProps = { picture: Picture; alt: string; onBroken(): void };

/** A picture that is there. Where the page's policy forbids `blob:` addresses, it is painted instead. */
export function Drawn({ picture, alt, onBroken }: DrawnProps) {
  const [isForbidden, setForbidden] = useState(false);
  if (isForbidden) return <Painted picture={picture} alt={alt} onBroken={onBroken} />;
  return <img src={picture.url} alt={alt} decoding="async" onError={() => setForbidden(true)} />;
}

function Painted({ picture, alt, onBroken }: DrawnProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    createImageBitmap(picture.blob)
      .then((bitmap) => {
        const place = canvas.current;
        if (!isWanted || !place) return;
        place.width = bitmap.width;
        place.height = bitmap.height;
        place.getContext('2d')?.drawImage(bitmap, 0, 0);
      })
      .catch(() => isWanted && onBroken());
    return () => {
      isWanted = false;
    };
  }, [picture]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img cannot be painted
  return <canvas ref={canvas} role="img" aria-label={alt} />;
}

import type { Page } from 'playwright-core';

/** Pixels that differ by less than this in each colour look the same. */
const UNSEEN = 12;

/** Which share of the pixels of two pictures differs visibly, 0 to 1; 1 if they are not of one size. */
export function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const sources = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(
    async ([addresses, unseen]) => {
      const [first, second] = await Promise.all(
        addresses.map(async (address) => {
          const picture = new Image();
          picture.src = address;
          await picture.decode();
          const { naturalWidth: width, naturalHeight: height } = picture;
          const paint = new OffscreenCanvas(width, height).getContext('2d');
          paint?.drawImage(picture, 0, 0);
          return paint?.getImageData(0, 0, width, height);
        }),
      );
      if (!first || first.width !== second?.width || first.height !== second.height) return 1;
      let different = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        const isDifferent = [0, 1, 2].some(
          (colour) =>
            Math.abs((first.data[at + colour] ?? 0) - (second.data[at + colour] ?? 0)) > unseen,
        );
        if (isDifferent) different += 1;
      }
      return different / (first.width * first.height);
    },
    [sources, UNSEEN] as const,
  );
}

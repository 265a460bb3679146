using System.Buffers;

namespace FitServerless.Photos;

/// <summary>
/// GIF is a header, extensions and images (https://www.w3.org/Graphics/GIF/spec-gif89a.txt). The first image is kept, with what its transparency
/// takes; the service wants no more than one anyway.
/// </summary>
internal static class GifPhoto
{
    private const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, GraphicControl = 0xF9;

    private const int ScreenLength = 13, ImageLength = 10, ControlLength = 8;

    public static byte[]? Strip(ReadOnlySpan<byte> file)
    {
        var head = file.Length < ScreenLength ? int.MaxValue : ScreenLength + PaletteLength(file[10]);
        if (head > file.Length)
            return null;
        var output = new ArrayBufferWriter<byte>(file.Length);
        output.Write(file[..head]);
        var rest = file[head..];
        while (rest.Length > 1 && rest[0] == Extension)
        {
            if (BlocksLength(rest[2..]) is not { } length)
                return null;
            var extension = rest[..(2 + length)];
            if (extension[1] == GraphicControl && extension.Length == ControlLength)
                output.Write(extension);
            rest = rest[extension.Length..];
        }

        if (ImageOf(rest) is not { Length: > 0 } image)
            return null;
        output.Write(image);
        output.Write((ReadOnlySpan<byte>)[Trailer]);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Empty when there is none.</summary>
    private static ReadOnlySpan<byte> ImageOf(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < ImageLength || rest[0] != Image)
            return default;
        // One byte more: the size of the codes.
        var head = ImageLength + PaletteLength(rest[9]) + 1;
        return head <= rest.Length && BlocksLength(rest[head..]) is { } length ? rest[..(head + length)] : default;
    }

    private static int PaletteLength(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    /// <summary>Blocks of a length and as many bytes, until one of none; <c>null</c> when that never comes.</summary>
    private static int? BlocksLength(ReadOnlySpan<byte> blocks)
    {
        var length = 0;
        while (length < blocks.Length)
        {
            var size = blocks[length];
            length += 1 + size;
            if (size == 0)
                return length;
        }

        return null;
    }
}

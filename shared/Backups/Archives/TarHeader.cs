using System.Buffers;
using System.Text;
using FitServerless.Files;

namespace FitServerless.Backups.Archives;

/// <summary>
/// The header of a file in a tar of the format ustar
/// (<a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06">POSIX, pax</a>).
/// </summary>
internal sealed record TarHeader(string Name, long FileSize)
{
    /// <summary>Headers are as long as every block of a tar.</summary>
    public const int Size = 512;

    private const int NameLength = 100;
    private const int SizeAt = 124;
    private const int SizeLength = 12;
    private const int ChecksumAt = 148;
    private const int ChecksumLength = 8;
    private const int TypeAt = 156;
    private const int MagicAt = 257;
    private const int PrefixAt = 345;
    private const int PrefixLength = 155;
    private const byte RegularFile = (byte)'0';

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <exception cref="ArchiveFormatException">Anything but a plain file with a harmless name.</exception>
    public static TarHeader Parse(ReadOnlySpan<byte> block)
    {
        if (!block[MagicAt..].StartsWith("ustar"u8) || Octal(block.Slice(ChecksumAt, ChecksumLength)) != Checksum(block))
            throw new ArchiveFormatException("Not a tar of the format ustar, or damaged.");
        if (block[TypeAt] != RegularFile)
            throw new ArchiveFormatException("There is something else than files in it: folders, links, extended headers.");
        // GNU tar writes other things where ustar has the prefix; our names need none.
        var name = Text(block[..NameLength]);
        if (block[PrefixAt..(PrefixAt + PrefixLength)].ContainsAnyExcept((byte)0) || !IsHarmless(name))
            throw new ArchiveFormatException("There is a file with a name in it that no backup has.");
        return new TarHeader(name, Octal(block.Slice(SizeAt, SizeLength)));
    }

    private static bool IsHarmless(string name) => !name.AsSpan().ContainsAnyExcept(NameLetters) && FileNames.IsSafe(name)
        && Array.TrueForAll(name.Split('/'), part => part.Length > 0 && part[0] != '.' && part[^1] != '.');

    private static string Text(ReadOnlySpan<byte> field) =>
        Encoding.Latin1.GetString(field.IndexOf((byte)0) is var end and >= 0 ? field[..end] : field);

    private static long Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        foreach (var digit in field.Trim(" \0"u8))
            value = digit is >= (byte)'0' and <= (byte)'7' ? (value * 8) + digit - '0'
                : throw new ArchiveFormatException("Damaged: a number is none.");
        return value;
    }

    /// <summary>The sum of all bytes, its own taken for blanks.</summary>
    private static long Checksum(ReadOnlySpan<byte> block)
    {
        long sum = ChecksumLength * ' ';
        for (var i = 0; i < block.Length; i++)
            sum += i is >= ChecksumAt and < ChecksumAt + ChecksumLength ? 0 : block[i];
        return sum;
    }
}

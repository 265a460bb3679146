using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FitServerless.Storage;

/// <summary>Makes any text safe inside a row key; no key is built from raw input anywhere else.</summary>
public static class TableKeys
{
    /// <summary>
    /// Encoded text stays below this: keys may hold 1,024 characters, Azurite's 512, and the store's own prefixes need some of them.
    /// </summary>
    public const int MaxEncodedLength = 424;

    /// <summary>Throws for an unpaired surrogate; the lenient one makes U+FFFD of it, and so one key of two texts.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:@");

    /// <summary>
    /// Letters, digits and <c>-_.:@</c> as they are; all else as '~' and base64url of its UTF-8, which a plain text never starts with.
    /// So neither the service's forbidden characters nor the '|' between a key's parts reach a key.
    /// </summary>
    /// <exception cref="ArgumentException">Empty, not Unicode (an unpaired surrogate), or too long once encoded.</exception>
    public static string Encode(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var encoded = text.AsSpan().ContainsAnyExcept(Plain) ? "~" + Base64Url.EncodeToString(Utf8.GetBytes(text)) : text;
        return encoded.Length <= MaxEncodedLength ? encoded : throw new ArgumentException("Too long for a key.", nameof(text));
    }

    /// <summary>The text that <see cref="Encode"/> was given.</summary>
    public static string Decode(string encoded) =>
        encoded.StartsWith('~') ? Utf8.GetString(Base64Url.DecodeFromChars(encoded.AsSpan(1))) : encoded;
}

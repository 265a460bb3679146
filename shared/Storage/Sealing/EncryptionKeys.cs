using Microsoft.Extensions.Options;

namespace FitServerless.Storage.Sealing;

/// <summary>The keys by their ids.</summary>
public sealed class EncryptionKeys
{
    private readonly EncryptionKey? _current;
    private readonly Dictionary<string, EncryptionKey> _byId;

    public EncryptionKeys(IOptions<EncryptionOptions> options)
    {
        _current = options.Value.Key.Length > 0 ? EncryptionKey.Parse(options.Value.Key) : null;
        IEnumerable<EncryptionKey> all = [.. options.Value.Previous().Select(EncryptionKey.Parse), .. _current is null ? [] : new[] { _current }];
        _byId = all.DistinctBy(key => key.Id).ToDictionary(key => key.Id);
    }

    /// <summary>A header for a new blob; <c>null</c> when there is no key, and blobs are stored as they are.</summary>
    public SealHeader? NewHeader() => _current is null ? null : SealHeader.New(_current.Id);

    /// <summary>Seals what is written to it and writes that to <paramref name="output"/>, which stays open.</summary>
    /// <param name="context">What the blob is: its user and id. It opens as that and as nothing else.</param>
    public SealingStream Seal(Stream output, SealHeader header, string context) => new(output, Cipher(header, context));

    /// <summary>The same, of what is in memory, for whoever reads.</summary>
    /// <param name="content">Must not change meanwhile.</param>
    public Stream Seal(ReadOnlyMemory<byte> content, SealHeader header, string context) => new SealedContent(Cipher(header, context), content);

    /// <summary>Opens a sealed blob, or the end of one from a frame on.</summary>
    /// <param name="input">From the first byte of <paramref name="firstFrame"/>.</param>
    /// <param name="sealedLength">Of the whole blob.</param>
    /// <exception cref="SealException">No such key.</exception>
    public OpeningStream Open(Stream input, SealHeader header, string context, long sealedLength, long firstFrame = 0) =>
        new(input, Cipher(header, context), new FrameLayout(sealedLength), firstFrame);

    private FrameCipher Cipher(SealHeader header, string context) => _byId.TryGetValue(header.KeyId, out var key)
        ? new FrameCipher(key, header, context)
        : throw new SealException($"Sealed with the key {header.KeyId}, which is not among the keys.");
}

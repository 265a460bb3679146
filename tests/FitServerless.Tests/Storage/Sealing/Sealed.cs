using FitServerless.Storage.Sealing;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Storage.Sealing;

/// <summary>A sealed blob as bytes.</summary>
internal sealed record Sealed(SealHeader Header, byte[] Bytes, string Context)
{
    public static EncryptionKeys Keys(string key, string previous = "") =>
        new(Options.Create(new EncryptionOptions { Key = key, PreviousKeys = previous }));

    public static Sealed Of(EncryptionKeys keys, byte[] content, string context = "ada/files/f1", int pieces = 1)
    {
        var header = keys.NewHeader()!;
        return new Sealed(header, Seal(keys, header, content, context, pieces), context);
    }

    public static byte[] Seal(EncryptionKeys keys, SealHeader header, byte[] content, string context, int pieces = 1)
    {
        var output = new MemoryStream();
        using var stream = keys.Seal(output, header, context);
        foreach (var piece in content.Chunk(Math.Max(1, (content.Length / pieces) + 1)))
            stream.Write(piece);
        stream.CompleteAsync(default).GetAwaiter().GetResult();
        return output.ToArray();
    }

    public byte[] Open(EncryptionKeys keys, long firstFrame = 0)
    {
        var content = new MemoryStream();
        using var input = new MemoryStream(Bytes[(int)(firstFrame * FrameLayout.FrameBytes)..]);
        using var stream = keys.Open(input, Header, Context, Bytes.Length, firstFrame);
        stream.CopyTo(content);
        return content.ToArray();
    }

    public bool Opens(EncryptionKeys keys)
    {
        try
        {
            Open(keys);
            return true;
        }
        catch (SealException)
        {
            return false;
        }
    }
}

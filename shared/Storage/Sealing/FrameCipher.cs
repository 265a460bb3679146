using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Storage.Sealing;

/// <summary>
/// Seals and opens the frames of one blob with AES-256-GCM. The nonce is the frame's number and whether it is the last one, under a key that no
/// other blob has: frames that were swapped, dropped, cut off or added do not open (the STREAM construction, https://eprint.iacr.org/2015/189).
/// </summary>
internal sealed class FrameCipher : IDisposable
{
    private const int NonceBytes = 12, LastFlag = NonceBytes - 1;

    private readonly AesGcm _aes;
    private readonly byte[] _associated;

    public FrameCipher(EncryptionKey key, SealHeader header, string context)
    {
        _aes = new AesGcm(key.Derive(Convert.FromHexString(header.Salt)), FrameLayout.TagBytes);
        _associated = Encoding.UTF8.GetBytes($"{header}\n{context}");
    }

    /// <param name="sealedFrame">As long as the content and the tag.</param>
    public void Seal(long number, bool isLast, ReadOnlySpan<byte> content, Span<byte> sealedFrame)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Write(nonce, number, isLast);
        _aes.Encrypt(nonce, content, sealedFrame[..content.Length], sealedFrame[content.Length..], _associated);
    }

    /// <exception cref="SealException">Not what was sealed as that frame of that blob. Nothing is written.</exception>
    public void Open(long number, bool isLast, ReadOnlySpan<byte> sealedFrame, Span<byte> content)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Write(nonce, number, isLast);
        try
        {
            _aes.Decrypt(nonce, sealedFrame[..content.Length], sealedFrame[content.Length..], content, _associated);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SealException($"Frame {number} is not what was sealed.", e);
        }
    }

    public void Dispose() => _aes.Dispose();

    private static void Write(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[(LastFlag - sizeof(long))..], number);
        nonce[LastFlag] = isLast ? (byte)1 : (byte)0;
    }
}

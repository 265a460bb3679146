using System.Security.Cryptography;
using System.Text;
using FitServerless.Storage.Sealing;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Storage.Sealing;

public sealed class SealTests
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    /// <summary>Of Key and a fixed salt; the bytes below were made by another program (Node's crypto, from the format's description).</summary>
    private const string Header = "1.dc62a1977f80871b.a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";

    private const int Frame = FrameLayout.ContentBytes;

    private static readonly EncryptionKeys Keys = Sealed.Keys(Key);

    private static readonly Gen<byte[]> Contents =
        from length in Gen.OneOf(Gen.Choose(0, 300), Gen.Elements(Frame - 1, Frame, Frame + 1, 2 * Frame, (2 * Frame) + 1), Gen.Choose(0, 4 * Frame))
        from seed in Gen.Choose(0, int.MaxValue)
        select Bytes(length, seed);

    [Theory]
    [InlineData("Morning ride", "cf98dee3f7cfaa1bbcd1e3c3d1e5854ee15f3f6bacc88ad9ca774e71")]
    [InlineData("", "2b86087a3aca9ee34f0dbb3d0ad0f26f")]
    public void A_blob_is_sealed_as_it_is_described(string content, string hex) =>
        Assert.Equal(hex, Convert.ToHexStringLower(Sealed.Seal(Keys, SealHeader.Parse(Header), Encoding.UTF8.GetBytes(content), "ada/files/f1")));

    [Fact]
    public void A_blob_of_many_frames_is_sealed_as_it_is_described()
    {
        var content = Enumerable.Range(0, (2 * Frame) + 1).Select(i => (byte)(i % 251)).ToArray();
        var bytes = Sealed.Seal(Keys, SealHeader.Parse(Header), content, "ada/files/f1");
        Assert.Equal("3e21391dc533942ac26486c5ff5d9477b933bfa4b2a5f56a6be05a6cb838e8d6", Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>Test case 16 of the specification that NIST SP 800-38D came from (McGrew and Viega, "The Galois/Counter Mode of Operation").</summary>
    [Fact]
    public void The_platforms_cipher_is_aes_gcm()
    {
        var content = Convert.FromHexString(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        var (secret, tag) = (new byte[content.Length], new byte[16]);
        using var aes = new AesGcm(Convert.FromHexString("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), tag.Length);
        aes.Encrypt(
            Convert.FromHexString("cafebabefacedbaddecaf888"), content, secret, tag, Convert.FromHexString("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        Assert.Equal(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
            Convert.ToHexStringLower(secret));
        Assert.Equal("76fc6ece0f4e1768cddf8853bb2d551b", Convert.ToHexStringLower(tag));
    }

    [Fact]
    public void Whatever_was_sealed_and_in_whatever_pieces_opens_as_it_was() => Law.Holds(
        Contents.Zip(Gen.Choose(1, 50)),
        it => Sealed.Of(Keys, it.Item1, pieces: it.Item2) is var blob
            && blob.Open(Keys).AsSpan().SequenceEqual(it.Item1)
            && blob.Bytes.Length == FrameLayout.LengthOf(it.Item1.Length)
            && new FrameLayout(blob.Bytes.Length).ContentLength == it.Item1.Length,
        count: 100);

    [Fact]
    public void From_any_frame_on_it_opens_without_what_came_before() => Law.Holds(
        from content in Contents
        from first in Gen.Choose(0, Math.Max(0, content.Length - 1) / Frame)
        select (content, first),
        it => Sealed.Of(Keys, it.content).Open(Keys, it.first).AsSpan().SequenceEqual(it.content.AsSpan(it.first * Frame)),
        count: 100);

    [Fact]
    public void Sealed_as_it_is_read_it_is_the_same_as_often_as_it_is_and_from_wherever() => Law.Holds(
        from content in Contents
        from start in Gen.Choose(0, (int)FrameLayout.LengthOf(content.Length))
        from piece in Gen.Elements(1_000, Frame, 81_920, 200_000)
        select (content, start, piece),
        it =>
        {
            var blob = Sealed.Of(Keys, it.content);
            using var reading = Keys.Seal(it.content, blob.Header, blob.Context);
            var whole = Read(reading, it.piece);
            reading.Position = it.start;
            return whole.AsSpan().SequenceEqual(blob.Bytes) && Read(reading, it.piece).AsSpan().SequenceEqual(blob.Bytes.AsSpan(it.start))
                && reading.Length == blob.Bytes.Length;
        },
        count: 100);

    [Fact]
    public void No_bit_of_it_may_flip() => Law.Holds(
        from content in Contents
        let blob = Sealed.Of(Keys, content)
        from bit in Gen.Choose(0, (blob.Bytes.Length * 8) - 1)
        select (blob, bit),
        it => !(it.blob with { Bytes = Flip(it.blob.Bytes, it.bit) }).Opens(Keys),
        count: 200);

    [Fact]
    public void It_may_not_end_early_not_even_between_frames() => Law.Holds(
        from content in Contents
        let blob = Sealed.Of(Keys, content)
        from end in Gen.OneOf(Gen.Choose(0, blob.Bytes.Length - 1), Gen.Choose(0, (blob.Bytes.Length - 1) / FrameLayout.FrameBytes).Select(i => i * FrameLayout.FrameBytes))
        select (blob, end),
        it => !(it.blob with { Bytes = it.blob.Bytes[..it.end] }).Opens(Keys),
        count: 200);

    [Fact]
    public void Frames_may_not_be_dropped_swapped_or_repeated()
    {
        var frames = Sealed.Of(Keys, Bytes(4 * Frame, 1)) is var blob ? blob.Bytes.Chunk(FrameLayout.FrameBytes).ToArray() : [];
        byte[][][] orders = [[frames[1], frames[2], frames[3]], [frames[0], frames[2], frames[1], frames[3]], [frames[0], frames[0], frames[1], frames[2], frames[3]], [frames[0], frames[3]]];
        Assert.All(orders, order => Assert.False((blob with { Bytes = [.. order.SelectMany(frame => frame)] }).Opens(Keys)));
    }

    [Fact]
    public void Nothing_may_be_added()
    {
        var blob = Sealed.Of(Keys, Bytes(Frame + 7, 2));
        Assert.False((blob with { Bytes = [.. blob.Bytes, 0] }).Opens(Keys));
        Assert.False((blob with { Bytes = [.. blob.Bytes, .. blob.Bytes] }).Opens(Keys));
    }

    [Fact]
    public void It_opens_as_what_it_was_sealed_as_and_not_as_another_users_or_another_file()
    {
        var blob = Sealed.Of(Keys, Bytes(10, 3), "ada/files/f1");
        Assert.True(blob.Opens(Keys));
        Assert.False((blob with { Context = "bob/files/f1" }).Opens(Keys));
        Assert.False((blob with { Context = "ada/files/f2" }).Opens(Keys));
        Assert.False((blob with { Header = Keys.NewHeader()! }).Opens(Keys));
    }

    [Fact]
    public void A_writer_that_failed_leaves_nothing_that_opens()
    {
        var output = new MemoryStream();
        var header = Keys.NewHeader()!;
        using (var stream = Keys.Seal(output, header, "ada/files/f1"))
            stream.Write(Bytes(3 * Frame, 4));
        Assert.False(new Sealed(header, output.ToArray(), "ada/files/f1").Opens(Keys));
    }

    [Fact]
    public void A_key_before_the_current_one_opens_what_it_sealed_and_seals_no_more()
    {
        var other = new string('0', 62) + "01";
        var old = Sealed.Of(Keys, Bytes(100, 5));
        var rotated = Sealed.Keys(other, Key);
        Assert.Equal(old.Open(Keys), old.Open(rotated));
        Assert.NotEqual(old.Header.KeyId, rotated.NewHeader()!.KeyId);
        Assert.Equal(Keys.NewHeader()!.KeyId, old.Header.KeyId);
        var withoutIt = Assert.Throws<SealException>(() => old.Open(Sealed.Keys(other)));
        Assert.Contains(old.Header.KeyId, withoutIt.Message, StringComparison.Ordinal);
        Assert.False(old.Opens(Sealed.Keys("")));
    }

    [Fact]
    public void No_two_blobs_have_the_same_salt() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => Keys.NewHeader()!.Salt).Distinct().Count());

    [Theory]
    [InlineData("")]
    [InlineData("1.dc62a1977f80871b")]
    [InlineData("2.dc62a1977f80871b.a0a1a2a3a4a5a6a7a8a9aaabacadaeaf")]
    [InlineData("1.dc62a1977f80871b.a0a1a2a3a4a5a6a7a8a9aaabacadaea")]
    [InlineData("1.dc62a1977f80871b.a0a1a2a3a4a5a6a7a8a9aaabacadaeaz")]
    public void A_header_that_is_not_ours_is_refused(string header) => Assert.Throws<SealException>(() => SealHeader.Parse(header));

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static byte[] Read(Stream stream, int piece)
    {
        var output = new MemoryStream();
        stream.CopyTo(output, piece);
        return output.ToArray();
    }
}

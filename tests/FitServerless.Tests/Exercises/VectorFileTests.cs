using FitServerless.Exercises;

namespace FitServerless.Tests.Exercises;

public sealed class VectorFileTests
{
    private static readonly VectorIndex Index = Random(50);

    [Fact]
    public void What_is_written_is_read()
    {
        var read = VectorFile.Decode(VectorFile.Encode(Index));
        Assert.Equal((Index.Model, Index.Count, Index.Bytes), (read.Model, read.Count, read.Bytes));
        var question = Vector(new Random(99));
        var (before, after) = (Index.Similarities(question), read.Similarities(question));
        Assert.All(before, similarity => Assert.Equal(similarity.Value, after[similarity.Key], 1e-5f));
    }

    [Fact]
    public void A_vector_is_most_like_itself()
    {
        var similarities = Index.Similarities(Vector(new Random(7)));
        Assert.Equal("7", similarities.MaxBy(similarity => similarity.Value).Key);
        Assert.Equal(1, similarities["7"], 1e-5f);
    }

    [Fact]
    public void Damage_of_any_byte_is_seen()
    {
        var file = VectorFile.Encode(Random(2));
        for (var at = 0; at < file.Length; at++)
        {
            var damaged = (byte[])file.Clone();
            damaged[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => VectorFile.Decode(damaged));
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var file = VectorFile.Encode(Random(1));
        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Throws<InvalidDataException>(() => VectorFile.Decode(file[..length])));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_vector_without_a_length_is_refused(float value)
    {
        var vector = new float[VectorIndex.Dimensions];
        Array.Fill(vector, value);
        Assert.Throws<ArgumentException>(() => new VectorIndex("test", [("a", vector)]));
        Assert.Throws<ArgumentException>(() => Index.Similarities(vector));
        Assert.Throws<ArgumentException>(() => Index.Similarities(new float[3]));
    }

    private static VectorIndex Random(int count) =>
        new("test", [.. Enumerable.Range(0, count).Select(seed => ($"{seed}", (ReadOnlyMemory<float>)Vector(new Random(seed))))]);

    private static float[] Vector(Random random) => [.. Enumerable.Range(0, VectorIndex.Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
}

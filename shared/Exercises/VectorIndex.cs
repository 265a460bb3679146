using System.Numerics.Tensors;

namespace FitServerless.Exercises;

/// <summary>Vectors of texts, compared by the cosine of their angle; all in memory, since a few hundred are looked through in microseconds.</summary>
public sealed class VectorIndex
{
    /// <summary>Of bge-small, and what larger models of OpenAI's can be asked for.</summary>
    public const int Dimensions = 384;

    private readonly string[] _ids;

    /// <summary>Row after row, each of length 1.</summary>
    private readonly float[] _values;

    /// <param name="model">Which made the vectors: those of two models do not compare.</param>
    /// <exception cref="ArgumentException">A vector of other dimensions, of no length or of no number; an id that comes twice.</exception>
    public VectorIndex(string model, IReadOnlyList<(string Id, ReadOnlyMemory<float> Vector)> vectors)
    {
        Model = model;
        _ids = [.. vectors.Select(vector => vector.Id)];
        if (_ids.Distinct().Count() < _ids.Length)
            throw new ArgumentException("An id comes twice.", nameof(vectors));
        _values = new float[vectors.Count * Dimensions];
        for (var i = 0; i < vectors.Count; i++)
            Normalize(vectors[i].Vector.Span, _values.AsSpan(i * Dimensions, Dimensions));
    }

    public string Model { get; }

    public int Count => _ids.Length;

    /// <summary>What the vectors take in memory.</summary>
    public long Bytes => (long)_values.Length * sizeof(float);

    internal IReadOnlyList<string> Ids => _ids;

    internal ReadOnlySpan<float> Values => _values;

    /// <summary>-1 to 1 for every id.</summary>
    /// <exception cref="ArgumentException">A vector of other dimensions, of no length or of no number.</exception>
    public IReadOnlyDictionary<string, float> Similarities(ReadOnlySpan<float> vector)
    {
        Span<float> query = stackalloc float[Dimensions];
        Normalize(vector, query);
        var similarities = new Dictionary<string, float>(_ids.Length);
        for (var i = 0; i < _ids.Length; i++)
            similarities.Add(_ids[i], TensorPrimitives.Dot(_values.AsSpan(i * Dimensions, Dimensions), query));
        return similarities;
    }

    private static void Normalize(ReadOnlySpan<float> vector, Span<float> into)
    {
        if (vector.Length != Dimensions)
            throw new ArgumentException($"A vector has {Dimensions} dimensions.", nameof(vector));
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0)
            throw new ArgumentException("A vector has a length.", nameof(vector));
        TensorPrimitives.Divide(vector, length, into);
    }
}

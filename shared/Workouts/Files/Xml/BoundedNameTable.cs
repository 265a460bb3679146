using System.Xml;

namespace FitServerless.Workouts.Files.Xml;

/// <summary>A name table that a document of millions of different names cannot fill.</summary>
internal sealed class BoundedNameTable : XmlNameTable
{
    /// <summary>TCX and GPX with all their extensions have some 200 names.</summary>
    private const int MaxNames = 10_000;

    private readonly NameTable _names = new();
    private int _count;

    public override string Add(string array) => _names.Get(array) ?? Count(_names.Add(array));

    public override string Add(char[] array, int offset, int length) =>
        _names.Get(array, offset, length) ?? Count(_names.Add(array, offset, length));

    public override string? Get(string array) => _names.Get(array);

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    private string Count(string name) => ++_count <= MaxNames ? name : throw new XmlException("Too many different names.");
}

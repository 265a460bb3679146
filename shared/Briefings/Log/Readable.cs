using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Briefings.Log;

/// <summary>Documents as they were listed, sorted into those that can be read and those that only their owner's devices can.</summary>
internal sealed class Readable
{
    private readonly ILookup<string, JsonElement> _plain;

    public Readable(ILookup<string, StoredJson> listed)
    {
        var documents = listed.SelectMany(group => group.Select(body => (Collection: group.Key, Data: Data(body)))).ToList();
        Encrypted = documents.Count(document => Ciphertext.Is(document.Data));
        _plain = documents.Where(document => !Ciphertext.Is(document.Data)).ToLookup(document => document.Collection, document => document.Data);
    }

    public int Encrypted { get; }

    public IEnumerable<JsonElement> Of(string collection) => _plain[collection];

    private static JsonElement Data(StoredJson body) => JsonElement.Parse(body.ToUtf8().Span).Find("data") ?? default;
}

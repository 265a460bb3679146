using System.Text;
using System.Text.Json.Nodes;

namespace FitServerless.Local.Tests.Tables;

/// <summary>Turns rows as they are sent into rows as the service answers: each annotation stands before its column.</summary>
internal static class Served
{
    private const string Annotation = "@odata.type";

    public static ReadOnlyMemory<byte> Row(ReadOnlyMemory<byte> sent) => Encoding.UTF8.GetBytes(Reorder(sent).ToJsonString());

    public static ReadOnlyMemory<byte> Page(params IEnumerable<ReadOnlyMemory<byte>> sent) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["odata.metadata"] = "http://account/$metadata#Rows",
        ["value"] = new JsonArray([.. sent.Select(Reorder)]),
    }.ToJsonString());

    private static JsonObject Reorder(ReadOnlyMemory<byte> sent)
    {
        var row = JsonNode.Parse(sent.Span)!.AsObject();
        var served = new JsonObject { ["odata.etag"] = "W/\"1\"" };
        foreach (var (name, value) in row.Where(x => !x.Key.EndsWith(Annotation, StringComparison.Ordinal)))
        {
            if (row[name + Annotation] is { } type)
                served[name + Annotation] = type.DeepClone();
            served[name] = value?.DeepClone();
        }

        served["Timestamp"] = "2026-01-31T23:59:59.1234567Z";
        return served;
    }
}

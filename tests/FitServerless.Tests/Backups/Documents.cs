using System.Text;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Backups;

/// <summary>What documents of an archive say, whenever they were written.</summary>
internal static class Documents
{
    public static IReadOnlyList<string> Of(byte[] packed) => [.. Archive.Read(packed)
        .Where(file => file.Key.StartsWith("collections/", StringComparison.Ordinal))
        .SelectMany(file => Encoding.UTF8.GetString(file.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line =>
        {
            var document = JsonNode.Parse(line)!.AsObject();
            document.Remove("updatedAt");
            return document.ToJsonString();
        })];
}

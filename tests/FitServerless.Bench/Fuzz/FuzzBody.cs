using System.Text;
using System.Text.Json.Nodes;

namespace FitServerless.Bench.Fuzz;

/// <summary>Bodies: the example of the operation with something wrong, or something that is no JSON of anybody's.</summary>
internal static class FuzzBody
{
    private static readonly string[] Scalars =
    [
        "null", "true", "0", "-1", "1e400", "-1e400", "1e-400", "9223372036854775808", "1.5", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "[{}]", "\"1e9\"",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"' or PartitionKey ne '\"", "\"../../x\"", "\"2026-02-30T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "4102444800000", "{\"a\":{\"b\":[1]}}",
    ];

    private static readonly byte[][] Whole =
    [
        [], "{"u8.ToArray(), "[]"u8.ToArray(), "null"u8.ToArray(), "1"u8.ToArray(), "\"x\""u8.ToArray(), "{\"a\":NaN}"u8.ToArray(), "{\"a\":Infinity}"u8.ToArray(), "{'a':1}"u8.ToArray(),
        "{\"a\":1,}"u8.ToArray(), "{\"a\":1}{}"u8.ToArray(), "// {}"u8.ToArray(), [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'], [0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0], [0xC3, 0x28], [0],
        Encoding.UTF8.GetBytes(new string('[', 10_000)), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))),
        Encoding.UTF8.GetBytes("{\"" + new string('a', 70_000) + "\":1}"), "{\"id\":\"a\",\"id\":\"b\"}"u8.ToArray(), "{\"\\ud800\":1}"u8.ToArray(),
        "PK\u0003\u0004"u8.ToArray(), "%PDF-"u8.ToArray(), "GIF89a"u8.ToArray(), [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], [0xFF, 0xD8, 0xFF, 0xE0], [0x1F, 0x8B, 8, 0], "<gpx><!DOCTYPE a [<!ENTITY b \"c\">]>"u8.ToArray(),
        [14, 32, 0, 0, 255, 255, 255, 255, (byte)'.', (byte)'F', (byte)'I', (byte)'T'],
    ];

    public static byte[] Any(Random random, string? example)
    {
        if (example is null || random.Next(4) == 0)
            return random.Next(8) == 0 ? Noise(random) : Whole[random.Next(Whole.Length)];
        return random.Next(8) switch
        {
            0 => Encoding.UTF8.GetBytes(example),
            1 => Encoding.UTF8.GetBytes(example)[..random.Next(example.Length)],
            2 => Flip(random, Encoding.UTF8.GetBytes(example)),
            3 => Encoding.UTF8.GetBytes(Doubled(example)),
            _ => Encoding.UTF8.GetBytes(Changed(random, example)),
        };
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 300)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flip(Random random, byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>Its first member twice.</summary>
    private static string Doubled(string example) => example is ['{', '"', ..] ? $"{example[..^1]},{example[1..]}" : example;

    /// <summary>One or two values, of any depth, become something else; and sometimes there is a member that nobody knows.</summary>
    private static string Changed(Random random, string example)
    {
        // Text that no parser of ours writes has to be put in as text.
        var text = example;
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var (root, mark) = (JsonNode.Parse(text.Contains("1e400", StringComparison.Ordinal) || text.Contains("\\ud", StringComparison.Ordinal) ? example : text)!, "\u2063mark");
            var values = Values(root).ToArray();
            if (values.Length == 0)
                return example;
            Replace(values[random.Next(values.Length)], mark);
            text = root.ToJsonString().Replace(JsonValue.Create(mark).ToJsonString(), Scalars[random.Next(Scalars.Length)], StringComparison.Ordinal);
        }

        return random.Next(4) == 0 && text is ['{', '"', ..] ? $"{{\"nobody knows\":{Scalars[random.Next(Scalars.Length)]},{text[1..]}" : text;
    }

    private static IEnumerable<JsonNode> Values(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(value => Values(value).Prepend(value)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(item => Values(item).Prepend(item)),
        _ => [],
    };

    private static void Replace(JsonNode node, string mark) => node.ReplaceWith(JsonValue.Create(mark));
}

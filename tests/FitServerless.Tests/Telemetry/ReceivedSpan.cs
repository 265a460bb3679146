namespace FitServerless.Tests.Telemetry;

/// <summary>A span as opentelemetry/proto/trace/v1/trace.proto has it; of its tags those that are text or whole numbers.</summary>
internal sealed record ReceivedSpan(string Source, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    public static ReceivedSpan Read(string source, ProtoField span) => new(
        source,
        span.Fields.First(field => field.Number == 1).Hex,
        span.Fields.First(field => field.Number == 2).Hex,
        span.Fields.FirstOrDefault(field => field.Number == 4).Hex,
        span.Fields.First(field => field.Number == 5).Text,
        span.Fields.Where(field => field.Number == 9).ToDictionary(tag => tag.Fields.First().Text, tag => ValueOf(tag.Fields.Last())));

    private static string ValueOf(ProtoField value) => value.Fields.First() is { Number: 1 } text ? text.Text : $"{value.Fields.First().Value}";
}

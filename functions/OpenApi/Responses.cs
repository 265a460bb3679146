using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace FitServerless.Functions.OpenApi;

/// <summary>What functions answer: as they declare, and what follows from what they read.</summary>
internal sealed class Responses(OpenApiDocument document, Schemas schemas)
{
    /// <summary>Every request is counted (<see cref="Http.RateLimitMiddleware"/>).</summary>
    private static readonly string[] Limits = ["RateLimit", "RateLimit-Policy"];

    public OpenApiResponses Of(Route route)
    {
        var responses = new OpenApiResponses();
        foreach (var answers in route.Method.GetCustomAttributes<AnswerAttribute>().GroupBy(answer => answer.Status).OrderBy(answers => answers.Key))
            responses[Code(answers.Key)] = Good(route, [.. answers]);
        if (route.Method.GetCustomAttributes<HeaderAttribute>().Any(header => header.Name == "If-None-Match"))
            responses["304"] = new OpenApiResponse { Description = Name(304) };
        foreach (var status in Refusals(route).Order())
            responses[Code(status)] = Refusal(status);
        responses["default"] = new OpenApiResponse { Description = "Something else is wrong.", Content = ProblemContent() };
        return responses;
    }

    public static IReadOnlySet<int> Refusals(Route route)
    {
        var method = route.Method;
        var body = method.GetCustomAttribute<BodyAttribute>();
        var stream = method.IsDefined(typeof(EventsAttribute));
        var reads = body is not null || Array.Exists(
            [typeof(QueryAttribute), typeof(PagedAttribute), typeof(HeaderAttribute)], attribute => method.IsDefined(attribute));
        (int Status, bool When)[] derived =
        [
            (400, reads), (401, !route.IsOpen), (404, route.Parameters.Count > 0), (413, body is not null), (415, body?.Contract is not null),
            (429, true), (503, stream),
        ];
        return derived.Where(one => one.When).Select(one => one.Status)
            .Concat(method.GetCustomAttribute<RefusesAttribute>()?.Statuses ?? [])
            .ToHashSet();
    }

    private OpenApiResponse Good(Route route, IReadOnlyList<AnswerAttribute> answers) => new()
    {
        Description = answers.Select(answer => answer.Description).FirstOrDefault(text => text is not null) ?? Name(answers[0].Status),
        Headers = HeadersOf(route),
        Content = answers[0].MediaType is { } type
            ? new Dictionary<string, IOpenApiMediaType>
            {
                [type] = new OpenApiMediaType { Schema = SchemaOf(answers), Example = ExampleOf(route, answers[0]) },
            }
            : null,
    };

    private static JsonNode? ExampleOf(Route route, AnswerAttribute answer) => answer.Contract is null ? null : Examples.AnswerOf(route.Function);

    private IOpenApiSchema SchemaOf(IReadOnlyList<AnswerAttribute> answers) =>
        answers is [var only] ? SchemaOf(only) : new OpenApiSchema { AnyOf = [.. answers.Select(SchemaOf)] };

    private IOpenApiSchema SchemaOf(AnswerAttribute answer) =>
        answer.Contract is { } contract ? schemas.Of(contract) : new OpenApiSchema();

    private OpenApiResponse Refusal(int status) => new()
    {
        Description = Name(status),
        Headers = status is 429 or 503 ? Named([.. Limits, "Retry-After"]) : null,
        Content = ProblemContent(),
    };

    private Dictionary<string, IOpenApiMediaType> ProblemContent() =>
        new() { ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema.Name, document) } };

    private static Dictionary<string, IOpenApiHeader> HeadersOf(Route route)
    {
        var isTagged = route.Method.GetCustomAttributes<HeaderAttribute>().Any(header => header.Name is "If-Match" or "If-None-Match");
        string[] tags = isTagged ? ["ETag"] : [];
        string[] links = route.Method.IsDefined(typeof(PagedAttribute)) ? ["Link"] : [];
        return Named([.. tags, .. links, .. Limits]);
    }

    private static Dictionary<string, IOpenApiHeader> Named(string[] names) => names.ToDictionary(
        name => name,
        IOpenApiHeader (name) => new OpenApiHeader
        {
            Description = KnownHeaders.Answers[name],
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string Name(int status) => ReasonPhrases.GetReasonPhrase(status);
}

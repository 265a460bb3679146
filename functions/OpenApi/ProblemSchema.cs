using Microsoft.OpenApi;

namespace FitServerless.Functions.OpenApi;

/// <summary>What <see cref="Http.ProblemResult"/> writes (RFC 9457).</summary>
internal static class ProblemSchema
{
    public const string Name = "Problem";

    public static OpenApiSchema Of() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "An error (RFC 9457).",
        Required = new HashSet<string> { "type", "title", "status", "traceId", "error" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("/problems/ and a stable name: what to switch on."),
            ["title"] = Text("The same for all of the type."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("What is wrong with this request."),
            ["traceId"] = Text("To find it in the logs by."),
            ["error"] = Text("The title once more, for older clients."),
            ["resync"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "The cursor is too old: pull without one." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Messages by member of the request.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["current"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The server's document, to merge with." },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

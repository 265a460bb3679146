using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FitServerless.Functions.OpenApi;

/// <summary>What one function takes and answers, from the attributes beside it.</summary>
internal sealed class Operations(OpenApiDocument document, Schemas schemas, Responses responses)
{
    public OpenApiOperation Of(Route route, string method) => new()
    {
        // The same function under two methods is two operations.
        OperationId = method == route.Methods[0] ? route.Function : $"{route.Function}{method}",
        Summary = route.Method.GetCustomAttribute<SummaryAttribute>()?.Text,
        Tags = new HashSet<OpenApiTagReference> { new(TagOf(route), document) },
        Security = route.IsOpen ? [] : [.. Security(route)],
        Parameters = [.. PathParameters(route), .. QueryParameters(route), .. HeaderParameters(route)],
        RequestBody = Body(route),
        Responses = responses.Of(route),
    };

    /// <summary>The feature's folder.</summary>
    public static string TagOf(Route route) => route.Method.DeclaringType!.Namespace!.Split('.')[2];

    private IEnumerable<OpenApiSecurityRequirement> Security(Route route)
    {
        yield return Requires(SecuritySchemes.Bearer);
        if (route.TakesQueryToken)
            yield return Requires(SecuritySchemes.QueryToken);
    }

    private OpenApiSecurityRequirement Requires(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static IEnumerable<IOpenApiParameter> PathParameters(Route route) => route.Parameters.Select(parameter => new OpenApiParameter
    {
        Name = parameter.Name,
        In = ParameterLocation.Path,
        Required = true,
        Schema = new OpenApiSchema { Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String },
    });

    private static IEnumerable<IOpenApiParameter> QueryParameters(Route route)
    {
        var declared = route.Method.GetCustomAttributes<QueryAttribute>();
        if (route.Method.IsDefined(typeof(PagedAttribute)))
            declared =
            [
                .. declared,
                new("limit", "How many at most; 100 unless said.") { Min = 1, Max = 1000 },
                new("cursor", "From the Link of the page before."),
            ];
        return declared.Select(query => new OpenApiParameter
        {
            Name = query.Name,
            In = ParameterLocation.Query,
            Description = query.Description,
            Required = query.IsRequired,
            Schema = SchemaOf(query),
        });
    }

    private static OpenApiSchema SchemaOf(QueryAttribute query) => query.Max > 0
        ? new() { Type = JsonSchemaType.Integer, Minimum = Text(query.Min), Maximum = Text(query.Max) }
        : new()
        {
            Type = JsonSchemaType.String,
            Format = query.Format,
            Enum = query.Values is { } values ? [.. values.Select(value => (JsonNode)value)] : null,
        };

    private static IEnumerable<IOpenApiParameter> HeaderParameters(Route route) =>
        route.Method.GetCustomAttributes<HeaderAttribute>().Select(header => new OpenApiParameter
        {
            Name = header.Name,
            In = ParameterLocation.Header,
            Description = KnownHeaders.Requests[header.Name],
            Required = header.IsRequired,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private OpenApiRequestBody? Body(Route route)
    {
        if (route.Method.GetCustomAttribute<BodyAttribute>() is not { } body)
            return null;
        return new OpenApiRequestBody
        {
            Required = !body.IsOptional,
            Content = body.MediaTypes.ToDictionary(type => type, IOpenApiMediaType (_) => new OpenApiMediaType
            {
                Schema = body.Contract is { } contract ? schemas.Of(contract) : new OpenApiSchema(),
                Example = body.Contract is null ? null : Examples.Of(route.Function),
            }),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

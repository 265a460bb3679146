using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FitServerless.Functions.OpenApi;

/// <summary>Schemas of the contracts, each once in the document's components and referred to by its name.</summary>
internal sealed class Schemas(OpenApiDocument document)
{
    /// <summary>How types end that are for this document alone.</summary>
    private const string Shape = "Shape";

    private readonly Dictionary<Type, string> _names = [];

    private JsonSchemaExporterOptions Exporter => new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Describe(context.TypeInfo, schema),
    };

    public IOpenApiSchema Of(Type type)
    {
        if (ItemOf(type) is { } item)
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(item) };
        if (!_names.TryGetValue(type, out var name))
        {
            _names[type] = name = NameOf(type);
            document.AddComponent(name, Read(LocalReferences.Inline(Contracts.Of(type).GetJsonSchemaAsNode(Exporter))));
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>Lists have contracts of their own, whose options are those of their items.</summary>
    private static Type? ItemOf(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || type.GetGenericTypeDefinition() == typeof(List<>))
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>Two features may have a contract of the same name.</summary>
    private string NameOf(Type type)
    {
        var name = type.Name.EndsWith(Shape, StringComparison.Ordinal) ? type.Name[..^Shape.Length] : type.Name;
        return _names.ContainsValue(name) ? $"{type.Namespace![(type.Namespace!.LastIndexOf('.') + 1)..]}{name}" : name;
    }

    private OpenApiSchema Read(JsonNode schema)
    {
        var read = OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out var diagnostic);
        return read is not null && diagnostic.Errors.Count == 0
            ? read
            : throw new InvalidOperationException($"Not a schema: {string.Join(' ', diagnostic.Errors)}");
    }

    private JsonObject Describe(JsonTypeInfo type, JsonNode schema)
    {
        if (Own(type.Type) is { } own)
            return own;
        if (schema is not JsonObject members)
            return new JsonObject();
        // The exporter says nothing of items that a converter reads.
        if (type.ElementType is { } element && type.Kind == JsonTypeInfoKind.Enumerable && !members.ContainsKey("items") && Own(element) is { } item)
            members["items"] = item;
        if (type.Properties.Any(property => property.IsExtensionData))
            members["additionalProperties"] = new JsonObject();
        LetNullsBeMissing(type, members);
        return members;
    }

    /// <summary>
    /// The exporter has each parameter of a constructor required, though nobody asks for those that may be null, and few write them.
    /// </summary>
    private static void LetNullsBeMissing(JsonTypeInfo type, JsonObject members)
    {
        if (type.Options.RespectRequiredConstructorParameters || members["required"] is not JsonArray required)
            return;
        var nullable = type.Properties.Where(property => property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null);
        var names = nullable.Select(property => property.Name).ToHashSet();
        required.RemoveAll(name => names.Contains((string)name!));
        if (required.Count == 0)
            members.Remove("required");
    }

    /// <summary>Types with a converter of their own: the contract cannot see their shape.</summary>
    private JsonObject? Own(Type type)
    {
        if (ParsedFrom(type) is { } parsed)
            return new JsonObject { ["$ref"] = $"#/components/schemas/{((OpenApiSchemaReference)Of(parsed)).Reference.Id}" };
        var shape = OwnConverters.ShapeOf(Nullable.GetUnderlyingType(type) ?? type);
        if (shape is not null && Nullable.GetUnderlyingType(type) is not null)
            shape["type"] = new JsonArray((string)shape["type"]!, "null");
        return shape;
    }

    /// <summary>What a <see cref="LenientConverter{TParsed, T}"/> reads, before it knows whether it can.</summary>
    private static Type? ParsedFrom(Type type) =>
        type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType?.BaseType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(LenientConverter<,>)
            ? converter.GetGenericArguments()[1]
            : null;
}

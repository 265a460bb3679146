using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FitServerless.Functions.OpenApi;

/// <summary>The source-generated JSON contracts of the app: by them bodies are read and answers written.</summary>
internal static class Contracts
{
    private static readonly IReadOnlyList<JsonSerializerContext> Contexts =
    [
        .. new[] { typeof(Contracts).Assembly, typeof(FitServerless.Workouts.WorkoutJson).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
            .Select(Default),
    ];

    /// <exception cref="InvalidOperationException">No context names the type.</exception>
    public static JsonTypeInfo Of(Type type)
    {
        var context = Contexts.FirstOrDefault(context => Names(context, type))
            ?? Contexts.FirstOrDefault(context => context.GetTypeInfo(type) is not null)
            ?? throw new InvalidOperationException($"No JsonSerializerContext has [JsonSerializable(typeof({type}))].");
        // Limits of depth are for what clients send; a schema is deeper than what it describes.
        return new JsonSerializerOptions(context.Options) { MaxDepth = 64 }.GetTypeInfo(type);
    }

    /// <summary>Contexts hold what their types are made of, too; the one that names the type itself has the options it is used with.</summary>
    private static bool Names(JsonSerializerContext context, Type type) => context.GetType().GetCustomAttributesData().Any(attribute =>
        attribute.AttributeType == typeof(JsonSerializableAttribute) && Equals(attribute.ConstructorArguments[0].Value, type));

    private static JsonSerializerContext Default(Type context) =>
        (JsonSerializerContext)context.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}

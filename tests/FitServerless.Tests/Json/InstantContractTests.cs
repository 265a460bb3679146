using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.Json;

/// <summary>Times are one format on the wire, whichever feature reads or writes them.</summary>
public sealed class InstantContractTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 7, 30, 0, 123, 456, TimeSpan.FromHours(1));

    [Fact]
    public void Every_time_in_an_answer_is_in_utc_with_milliseconds() =>
        Assert.Empty(Times<AnswerAttribute>(answer => answer.Contract).Where(time => Written(time.Converter) != "\"2026-11-21T06:30:00.123Z\"")
            .Select(time => time.Member).Distinct());

    [Fact]
    public void Every_time_in_a_body_may_be_epoch_milliseconds() =>
        Assert.Empty(Times<BodyAttribute>(body => body.Contract).Where(time => !ReadsNumbers(time.Converter)).Select(time => time.Member).Distinct());

    [Fact]
    public void The_times_of_a_list_behind_a_list_are_found() =>
        Assert.Contains("ShareView.expiresAt", Times<AnswerAttribute>(answer => answer.Contract).Select(time => time.Member));

    /// <summary>Shapes are for the document alone: what they describe is written by hand, with <see cref="FitServerless.Json.Instants"/>.</summary>
    private static IEnumerable<(string Member, JsonConverter Converter)> Times<T>(Func<T, Type?> contract)
        where T : Attribute
    {
        var seen = new HashSet<Type>();
        return RouteTable.Routes.SelectMany(route => route.Method.GetCustomAttributes<T>()).Select(contract).OfType<Type>().Distinct()
            .Where(type => !ItemOf(type).Name.EndsWith("Shape", StringComparison.Ordinal))
            .SelectMany(type => Walk(Contracts.Of(ItemOf(type)), type.Name, null, seen)).ToList();
    }

    private static Type ItemOf(Type type) =>
        type is { IsGenericType: true, Namespace: "System.Collections.Generic" } ? type.GetGenericArguments()[0] : type;

    private static IEnumerable<(string Member, JsonConverter Converter)> Walk(
        JsonTypeInfo type, string member, JsonConverter? converter, HashSet<Type> seen)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (plain == typeof(DateTimeOffset) || plain == typeof(DateTime))
            return [(member, converter ?? type.Converter)];
        if (converter is not null || !seen.Add(type.Type))
            return [];
        var members = type.Properties.Where(property => property.Get is not null || property.Set is not null).SelectMany(property =>
            Walk(type.Options.GetTypeInfo(property.PropertyType), $"{type.Type.Name}.{property.Name}", property.CustomConverter, seen));
        Type?[] parts = [type.ElementType, type.KeyType, .. type.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? []];
        return [.. members, .. parts.OfType<Type>().SelectMany(part => Walk(type.Options.GetTypeInfo(part), member, null, seen))];
    }

    private static string Written(JsonConverter converter)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            if (converter is JsonConverter<DateTimeOffset> always)
                always.Write(writer, Time, JsonSerializerOptions.Default);
            else
                ((JsonConverter<DateTimeOffset?>)converter).Write(writer, Time, JsonSerializerOptions.Default);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool ReadsNumbers(JsonConverter converter)
    {
        var reader = new Utf8JsonReader("1795242600123"u8);
        reader.Read();
        try
        {
            var time = converter is JsonConverter<DateTimeOffset> always
                ? always.Read(ref reader, typeof(DateTimeOffset), JsonSerializerOptions.Default)
                : ((JsonConverter<DateTimeOffset?>)converter).Read(ref reader, typeof(DateTimeOffset?), JsonSerializerOptions.Default);
            return time?.ToUnixTimeMilliseconds() == 1795242600123;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}

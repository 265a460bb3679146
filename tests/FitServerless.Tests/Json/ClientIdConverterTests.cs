using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Tests.Json;

public sealed class ClientIdConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ClientIdConverter() } };

    [Theory]
    [InlineData("\"ride-1\"", "ride-1")]
    [InlineData("17", "17")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("null", null)]
    public void An_id_is_text_or_the_integer_of_a_browsers_database(string json, string? id) =>
        Assert.Equal(id, JsonSerializer.Deserialize<string?>(json, Options));

    [Theory]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00x\"")]
    public void Anything_else_is_none(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<string?>(json, Options));
}

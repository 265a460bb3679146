using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Api;

/// <summary>The app starts with good secrets or not at all.</summary>
public sealed class SecretApiTests
{
    [Theory]
    [InlineData("JWT_SECRET", "")]
    [InlineData("JWT_SECRET", "c2VjcmV0")]
    [InlineData("JWT_SECRET", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("JWT_SECRET_PREVIOUS", "c2VjcmV0")]
    [InlineData("ENCRYPTION_KEY", "0001")]
    [InlineData("ENCRYPTION_KEY", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ENCRYPTION_KEY_PREVIOUS", "not hex")]
    public async Task A_secret_that_is_missing_or_weak_is_named_and_not_repeated(string name, string value)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
            await (await ApiFixture.StartHostAsync("UseDevelopmentStorage=true", (name, value))).DisposeAsync());
        Assert.Contains($"Set {name} to ", refusal.Message, StringComparison.Ordinal);
        if (value.Length > 0)
            Assert.DoesNotContain(value, refusal.Message, StringComparison.Ordinal);
    }
}

using System.ComponentModel.DataAnnotations;
using FitServerless.Coach.Model;

namespace FitServerless.Tests.Coach.Model;

public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("https://coach.openai.azure.com", "gpt", true)]
    [InlineData("http://127.0.0.1:8080", "gpt", true)]
    [InlineData("http://coach.openai.azure.com", "gpt", false)]
    [InlineData("coach.openai.azure.com", "gpt", false)]
    [InlineData("https://coach.openai.azure.com", "", false)]
    [InlineData("", "gpt", false)]
    public void A_model_is_configured_whole_or_not_at_all(string endpoint, string deployment, bool isValid)
    {
        var options = new ModelOptions { Endpoint = endpoint, ChatDeployment = deployment };
        Assert.Equal(isValid, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }
}

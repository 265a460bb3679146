using System.ComponentModel.DataAnnotations;
using FitServerless.Research;

namespace FitServerless.Tests.Research;

public sealed class ResearchOptionsTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("https://eutils.example.com/eutils/", "ops@example.com", true)]
    [InlineData("http://127.0.0.1:8080/", "", true)]
    [InlineData("http://eutils.example.com/eutils/", "", false)]
    [InlineData("https://eutils.example.com/eutils", "", false)]
    [InlineData("ftp://127.0.0.1/", "", false)]
    [InlineData("eutils.example.com/", "", false)]
    [InlineData("", "ops", false)]
    public void Addresses_are_whole_and_keys_do_not_travel_in_the_clear(string endpoint, string contact, bool isValid)
    {
        var options = new ResearchOptions { Endpoint = endpoint, Contact = contact };
        Assert.Equal(isValid, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }
}

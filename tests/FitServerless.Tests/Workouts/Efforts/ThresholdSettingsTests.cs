using System.Text;
using FitServerless.Workouts.Efforts;

namespace FitServerless.Tests.Workouts.Efforts;

public sealed class ThresholdSettingsTests
{
    [Theory]
    [InlineData("""{"ftp":250,"thresholdHeartrate":172,"maxHeartrate":190}""")]
    [InlineData("""{"id":"training","data":{"ftp":250.2,"thresholdHeartrate":172,"maxHeartrate":190}}""")]
    public void They_are_read_as_the_client_wrote_them_and_within_an_envelope(string document) =>
        Assert.Equal(new Thresholds { Ftp = 250, ThresholdHeartrate = 172, MaxHeartrate = 190 }, Parse(document));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"data":{"enc":"A256GCM","kid":"1","iv":"AA","ct":"AA"}}""")]
    [InlineData("""{"ftp":"250","thresholdHeartrate":null,"maxHeartrate":[]}""")]
    [InlineData("""{"ftp":0,"thresholdHeartrate":10,"maxHeartrate":1e400}""")]
    [InlineData("""{"data":5}""")]
    public void What_is_no_plausible_number_is_not_known(string document) => Assert.Equal(Thresholds.None, Parse(document));

    private static Thresholds Parse(string document) => ThresholdSettings.Parse(Encoding.UTF8.GetBytes(document));
}

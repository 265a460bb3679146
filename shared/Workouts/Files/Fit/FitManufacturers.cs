namespace FitServerless.Workouts.Files.Fit;

/// <summary>Names of the makers that most files come from; the profile's type <c>manufacturer</c> has hundreds.</summary>
internal static class FitManufacturers
{
    /// <summary>For software that is not registered with Garmin.</summary>
    public const ushort Development = 255;

    public static string? NameOf(int? number) => number switch
    {
        1 => "Garmin",
        23 => "Suunto",
        32 => "Wahoo",
        38 => "o-synce",
        70 => "Sigma Sport",
        71 => "TomTom",
        89 => "Tacx",
        95 => "Stryd",
        115 => "iGPSPORT",
        123 => "Polar",
        258 => "Lezyne",
        260 => "Zwift",
        265 => "Strava",
        267 => "Bryton",
        281 => "TrainerRoad",
        294 => "COROS",
        _ => null,
    };
}

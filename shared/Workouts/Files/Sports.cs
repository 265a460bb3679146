namespace FitServerless.Workouts.Files;

/// <summary>Names of sports and what the formats call them. FIT has numbers, TCX knows three, GPX takes any text.</summary>
public static class Sports
{
    public const string Biking = "Biking";
    public const string Running = "Running";
    public const string Other = "Other";
    public const string Multisport = "Multisport";

    private const byte Generic = 0;

    /// <summary>The FIT profile's type <c>sport</c>, in its order; 0 is "generic", 2 "cycling".</summary>
    private static readonly string[] ByFitNumber =
    [
        Other, Running, Biking, "Transition", "FitnessEquipment", "Swimming", "Basketball", "Soccer", "Tennis", "AmericanFootball",
        "Training", "Walking", "CrossCountrySkiing", "AlpineSkiing", "Snowboarding", "Rowing", "Mountaineering", "Hiking", Multisport,
        "Paddling", "Flying", "EBiking", "Motorcycling", "Boating", "Driving", "Golf", "HangGliding", "HorsebackRiding", "Hunting",
        "Fishing", "InlineSkating", "RockClimbing", "Sailing", "IceSkating", "SkyDiving", "Snowshoeing", "Snowmobiling",
        "StandUpPaddleboarding", "Surfing", "Wakeboarding", "WaterSkiing", "Kayaking", "Rafting", "Windsurfing", "Kitesurfing",
        "Tactical", "Jumpmaster", "Boxing", "FloorClimbing", "Baseball",
    ];

    /// <summary>Other words for them, as Strava, Garmin Connect and others write them into GPX.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cycling"] = Biking,
        ["bike"] = Biking,
        ["ride"] = Biking,
        ["road_biking"] = Biking,
        ["virtualride"] = Biking,
        ["run"] = Running,
        ["trail_running"] = Running,
        ["walk"] = "Walking",
        ["hike"] = "Hiking",
        ["swim"] = "Swimming",
        ["generic"] = Other,
        ["nordicski"] = "CrossCountrySkiing",
        ["alpineski"] = "AlpineSkiing",
    };

    public static string FromFit(int number) => number < ByFitNumber.Length ? ByFitNumber[number] : Other;

    public static byte ToFit(string? sport)
    {
        var number = Array.FindIndex(ByFitNumber, name => name.Equals(FromText(sport), StringComparison.Ordinal));
        return number < 0 ? Generic : (byte)number;
    }

    /// <summary>TCX's <c>Sport_t</c>.</summary>
    public static string ToTcx(string? sport) => FromText(sport) is Biking or Running ? FromText(sport)! : Other;

    /// <summary>Our name for it where we have one, else the text as it is.</summary>
    public static string? FromText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = text.Trim();
        return Aliases.GetValueOrDefault(text)
            ?? Array.Find(ByFitNumber, name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? (text.Length <= WorkoutRules.MaxSportType ? text : null);
    }
}

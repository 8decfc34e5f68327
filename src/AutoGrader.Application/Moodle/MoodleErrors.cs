namespace AutoGrader.Application.Moodle;

/// <summary>
/// Moodle's error codes in words. Its web services answer faults with status 200 and an object of <c>exception</c>, <c>errorcode</c> and
/// <c>message</c> (formats, section 6).
/// </summary>
internal static class MoodleErrors
{
    /// <summary>The exception for an error code.</summary>
    /// <param name="code">Moodle's error code.</param>
    /// <param name="message">Moodle's own words, in the language of the token's owner.</param>
    /// <param name="function">What was called.</param>
    public static MoodleException Of(string code, string? message, string function) => code switch
    {
        "invalidtoken" => new(MoodleFault.Closed, new(
            "Moodle does not accept the token: it was mistyped, has expired, or was taken away. Its owner finds or makes one in Moodle "
            + "under Preferences, Security keys, and enters it here.",
            "Moodle nimmt das Token nicht an: vertippt, abgelaufen oder entzogen. Wem es gehört, findet oder erneuert es in Moodle unter "
            + "Einstellungen, Sicherheitsschlüssel, und trägt es hier ein.")),
        "accessexception" or "webservicefunctionnotfound" or "invalidfunction" => new(MoodleFault.Closed, new(
            $"The token may not call {function}. Moodle's administrators add it to the token's service: Site administration, Server, Web "
            + "services, External services, Functions.",
            $"Das Token darf {function} nicht aufrufen. Die Administration von Moodle fügt die Funktion dem Dienst des Tokens hinzu: "
            + "Website-Administration, Server, Webservices, Externe Dienste, Funktionen.")),
        "enablewsdescription" or "webservicesnotenabled" or "servicenotavailable" or "cannotusewebservice" => new(MoodleFault.Closed, new(
            "Moodle's web services, or the REST protocol, are switched off. Moodle's administrators switch them on: Site administration, "
            + "General, Advanced features, and Server, Web services, Manage protocols.",
            "Die Webservices von Moodle oder das REST-Protokoll sind abgeschaltet. Die Administration von Moodle schaltet sie ein: "
            + "Website-Administration, Grundeinstellungen, Zusatzoptionen, und Server, Webservices, Protokolle verwalten.")),
        "sitemaintenance" => new(MoodleFault.Busy, new(
            "Moodle is being maintained. Try again later.", "Moodle wird gerade gewartet. Versuchen Sie es später noch einmal.")),
        "forcepasswordchangenotice" or "usernotfullysetup" or "sitepolicynotagreed" or "passwordisexpired" => new(MoodleFault.Closed, new(
            "Moodle wants something of the token's owner first (a new password, a complete profile, consent to the site's policy): they "
            + "sign in to Moodle once.",
            "Moodle will zuerst etwas von der Person, der das Token gehört (neues Passwort, vollständiges Profil, Zustimmung zu den "
            + "Richtlinien): Sie meldet sich einmal bei Moodle an.")),
        "nopermissions" or "requireloginerror" or "notingroup" or "accessdenied" or "usernotincourse" => new(MoodleFault.Refused, new(
            $"The token's owner may not do this in Moodle ({function}): they need the role of a teacher in the course. {message}",
            $"Die Person, der das Token gehört, darf das in Moodle nicht ({function}): Sie braucht im Kurs die Rolle Trainer/in. "
            + $"{message}")),
        _ => new(MoodleFault.Refused, new(
            $"Moodle refused {function}: {message ?? "no reason given"} ({code}).",
            $"Moodle hat {function} abgelehnt: {message ?? "ohne Begründung"} ({code}).")),
    };

    /// <summary>The site does not answer.</summary>
    public static MoodleException Silent(Exception? inner) => new(MoodleFault.Silent, new(
        "Moodle does not answer. If it is reachable in a browser, the administrators of this service look at the address and the network.",
        "Moodle antwortet nicht. Ist es im Browser erreichbar, prüft die Administration dieses Dienstes Adresse und Netz."), inner);

    /// <summary>The site says that it has too much to do.</summary>
    public static MoodleException Busy(TimeSpan? retryAfter) => new(MoodleFault.Busy, new(
        "Moodle has too much to do at the moment. Try again later.",
        "Moodle ist zurzeit überlastet. Versuchen Sie es später noch einmal."))
    {
        RetryAfter = retryAfter,
    };

    /// <summary>The site sends the request elsewhere, where the token must not go.</summary>
    public static MoodleException Moved() => new(MoodleFault.Closed, new(
        "Moodle sends requests on to another address. The administrators of this service enter the right one: AutoGrader:Moodle:Sites.",
        "Moodle leitet auf eine andere Adresse um. Die Administration dieses Dienstes trägt die richtige ein: AutoGrader:Moodle:Sites."));

    /// <summary>There is no web service under the address.</summary>
    public static MoodleException NoMoodle(int status) => new(MoodleFault.Closed, new(
        $"Under the address no Moodle answers (status {status}). The administrators of this service correct it: AutoGrader:Moodle:Sites.",
        $"Unter der Adresse antwortet kein Moodle (Status {status}). Die Administration dieses Dienstes berichtigt sie: "
        + "AutoGrader:Moodle:Sites."));

    /// <summary>The answer makes no sense.</summary>
    public static MoodleException Garbled(string what, Exception? inner = null) => new(MoodleFault.Garbled, new(
        $"What came from Moodle is incomplete or no answer of a web service ({what}). Try again; if it stays so, tell Moodle's "
        + "administrators.",
        $"Was von Moodle kam, ist unvollständig oder keine Antwort eines Webservices ({what}). Versuchen Sie es noch einmal; bleibt es so, "
        + "wenden Sie sich an die Administration von Moodle."), inner);
}

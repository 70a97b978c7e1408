// ShareLedger
